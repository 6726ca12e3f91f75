import { z } from 'zod'
import { DECIMAL_AMOUNT } from '#lib/domain/money.ts'
import {
  TRANSMISSION_STATUSES,
  TRANSMISSION_TYPES,
  type TransmissionFilter,
} from '#lib/domain/transmission.ts'
import { AppError } from './errors.ts'

const LONGEST_TEXT = 300

const text = z
  .string()
  .max(LONGEST_TEXT, `takes at most ${LONGEST_TEXT} characters`)
  .exactOptional()

const amount = z
  .string()
  .regex(DECIMAL_AMOUNT, 'takes a decimal amount, such as 72.25')
  .exactOptional()

/** The filters of the log as people and scripts write them, each a text. */
export const filterFields = {
  type: z.enum(TRANSMISSION_TYPES, `takes one of ${TRANSMISSION_TYPES.join(', ')}`).exactOptional(),
  status: z
    .string()
    .transform((list) => list.split(',').map((status) => status.trim()))
    .pipe(z.array(z.enum(TRANSMISSION_STATUSES, `takes ${TRANSMISSION_STATUSES.join(', ')}`)))
    .exactOptional(),
  reference: text,
  email: text,
  code: text,
  reasonCode: text,
  reasonText: text,
  minAmount: amount,
  maxAmount: amount,
  isSandbox: z
    .enum(['true', 'false'], 'takes true or false')
    .transform((word) => word === 'true')
    .exactOptional(),
  from: text,
  to: text,
  q: text,
}

const schema = z.strictObject(filterFields)

/** Reads filters by their names; `malformed` says which one is wrong. */
export function readTransmissionFilter(given: Record<string, string>): TransmissionFilter {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const place = String(issue?.path[0] ?? 'The filter')
  throw new AppError('malformed', `${place} ${issue?.message ?? 'is not right'}.`)
}
