import { z } from 'zod'
import { toMinorUnits } from '#lib/domain/money.ts'
import { complain, DECIMAL, isAbsent, isObject, toCurrencyCode } from './fields.ts'

/** An amount in the merchant's own currency; the code is `''` where UltraCart sent a plain number. */
export type Amount = { value: number; currencyCode: string }

/** Keeps every amount, in the smallest units of any currency, an exact integer of ours. */
const MAX_AMOUNT = 1e11

/**
 * UltraCart's `Currency` model, or a plain number where one is expected;
 * `null` when absent. Its `value` is in the merchant's currency; its
 * `localized` is in the buyer's and must never be added to it.
 */
export const amount = z
  .unknown()
  .optional()
  .transform((raw, context): Amount | null => {
    const isModel = isObject(raw)
    const value = isModel ? raw.value : raw
    if (isAbsent(value)) return null
    const path = isModel ? ['value'] : []
    const digits = toNumeral(value)
    if (digits === null) return complain(context, 'is not an amount', path)
    if (Math.abs(digits) >= MAX_AMOUNT) return complain(context, 'is too large an amount', path)
    return { value: digits, currencyCode: isModel ? toCurrencyCode(raw.currency_code) : '' }
  })

/** The amount in the smallest units of `currency`, `null` when absent. */
export function toCents(given: Amount | null, currency: string): number | null {
  return given === null ? null : toMinorUnits(given.value, currency)
}

function toNumeral(value: unknown): number | null {
  const isNumeral = typeof value === 'string' && DECIMAL.test(value.trim())
  const digits = isNumeral ? Number(value) : value
  return typeof digits === 'number' && Number.isFinite(digits) ? digits : null
}
