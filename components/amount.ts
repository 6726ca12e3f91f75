import { formatDecimal } from '#lib/domain/money.ts'

/** An amount with its currency, such as `$72.25`; unknown currencies keep their code. */
export function formatAmount(minorUnits: number, currency: string): string {
  const decimal = formatDecimal({ minorUnits, currency })
  try {
    const format = new Intl.NumberFormat('en-US', { style: 'currency', currency })
    return format.format(Number(decimal)).replaceAll(/[\u202f\u00a0]/g, ' ')
  } catch (error) {
    if (error instanceof RangeError) return `${decimal} ${currency}`
    throw error
  }
}
