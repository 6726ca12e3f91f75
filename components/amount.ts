import { formatDecimal } from '#lib/domain/money.ts'

/** An amount with its currency, such as `$72.25`; unknown currencies keep their code. */
export function formatAmount(minorUnits: number, currency: string): string {
  const decimal = formatDecimal({ minorUnits, currency })
  try {
    return formatOf(currency)
      .format(Number(decimal))
      .replaceAll(/[\u202f\u00a0]/g, ' ')
  } catch (error) {
    if (error instanceof RangeError) return `${decimal} ${currency}`
    throw error
  }
}

/** To make one takes far longer than to use it. */
const formats = new Map<string, Intl.NumberFormat>()

function formatOf(currency: string): Intl.NumberFormat {
  const format =
    formats.get(currency) ?? new Intl.NumberFormat('en-US', { style: 'currency', currency })
  formats.set(currency, format)
  return format
}
