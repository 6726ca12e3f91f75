import { z } from 'zod'
import { complain, isAbsent } from '../fields.ts'

/** The number that UltraCart gives an affiliate, as a number or as its digits. */
export const affiliateId = z
  .unknown()
  .optional()
  .transform((raw, context): number => {
    if (isAbsent(raw)) return complain(context, 'is missing')
    const digits = typeof raw === 'string' ? raw.trim() : raw
    const id = typeof digits === 'string' && /^\d{1,16}$/.test(digits) ? Number(digits) : digits
    return isId(id) ? id : complain(context, 'is not a whole number above 0')
  })

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0
}
