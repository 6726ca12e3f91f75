/** An amount in the currency's smallest unit (cents for USD, yen for JPY) with its ISO 4217 code. */
export type Money = { minorUnits: number; currency: string }

/** Reads a decimal amount, as a number or as text, into minor units; half a unit rounds away from zero. */
export function toMinorUnits(value: number | string, currency: string): number {
  const text = typeof value === 'number' ? value.toFixed(6) : value.trim()
  const match = /^([-+]?)(\d*)(?:\.(\d*))?$/.exec(text)
  if (match === null || !/\d/.test(text)) throw new RangeError(`"${text}" is no decimal amount`)
  const digits = fractionDigits(currency)
  const fraction = (match[3] ?? '').padEnd(digits + 1, '0')
  const whole = Number(`${match[2] || '0'}${fraction.slice(0, digits)}`)
  const rounded = whole + (fraction.charAt(digits) >= '5' ? 1 : 0)
  return match[1] === '-' && rounded !== 0 ? -rounded : rounded
}

/** The amount as a plain decimal with the currency's own number of places, such as `72.25`. */
export function formatDecimal({ minorUnits, currency }: Money): string {
  const digits = fractionDigits(currency)
  const sign = minorUnits < 0 ? '-' : ''
  const units = String(Math.abs(minorUnits)).padStart(digits + 1, '0')
  return digits === 0
    ? `${sign}${units}`
    : `${sign}${units.slice(0, -digits)}.${units.slice(-digits)}`
}

/** How many decimal places ISO 4217 gives a currency; unknown codes count as two. */
export function fractionDigits(currency: string): number {
  return EXCEPTIONAL_DIGITS[currency.toUpperCase()] ?? 2
}

/** The currencies of each number of decimal places other than two. */
export function exceptionalCurrencies(): Map<number, string[]> {
  const codes = Object.keys(EXCEPTIONAL_DIGITS)
  return Map.groupBy(codes, fractionDigits)
}

/** An amount as people write it in a filter, in whatever currency. */
export const DECIMAL_AMOUNT = /^\d{1,12}(\.\d{1,4})?$/

/** ISO 4217 table A.1, the currencies whose minor unit is not two places. */
const EXCEPTIONAL_DIGITS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
}
