import type { TransmissionFilter } from '#lib/domain/transmission.ts'
import { AppError } from '#lib/errors.ts'
import { withoutNul } from './cursors.ts'
import { Prisma } from './generated/client.ts'

/** What a filter asks of the rows of `transmission`, save the status, the times and the search words. A wrong value is the caller's fault. */
export function filterConditions(filter: TransmissionFilter): Prisma.Sql[] {
  const { type, reasonCode, reference, email, code, isSandbox } = filter
  return [
    type !== undefined && Prisma.sql`type = ${type}`,
    reasonCode !== undefined && Prisma.sql`reason_code = ${withoutNul(reasonCode)}`,
    isSandbox !== undefined && Prisma.sql`is_sandbox = ${isSandbox}`,
    reference !== undefined && isReference(reference),
    email !== undefined && isEmail(email),
    code !== undefined && isResponseCode(code),
  ].filter((condition) => condition !== false)
}

/** The time range of a filter. */
export function timeConditions({ from, to }: TransmissionFilter): Prisma.Sql[] {
  return [
    from !== undefined && isCreatedFrom(readMoment(from, 'from')),
    to !== undefined && isCreatedBefore(readMoment(to, 'to')),
  ].filter((condition) => condition !== false)
}

/** The store writes its ids in capitals; asking for both spellings keeps the index in use. */
export function isReference(reference: string): Prisma.Sql {
  const text = withoutNul(reference.trim())
  return Prisma.sql`reference = ANY(${[text, text.toUpperCase()]}::text[])`
}

export function isEmail(email: string): Prisma.Sql {
  return Prisma.sql`(email IS NOT NULL AND lower(email) = lower(${withoutNul(email.trim())}))`
}

function isResponseCode(code: string): Prisma.Sql {
  const match = /^([1-5])(\d\d|xx)$/i.exec(code.trim())
  if (match === null)
    throw new AppError(
      'malformed',
      'code takes a response code, such as 403, or its class, such as 4xx.',
    )
  if (/\d/.test(match[2] ?? '')) return Prisma.sql`response_code = ${Number(match[0])}`
  const lowest = Number(match[1]) * 100
  return Prisma.sql`response_code BETWEEN ${lowest} AND ${lowest + 99}`
}

/**
 * The id's time prunes the partitions, the column decides: an id is made a
 * moment apart from the time that the row shows.
 */
function isCreatedFrom(moment: Date): Prisma.Sql {
  return Prisma.sql`(id >= uuid_v7_floor(${shifted(moment, -ID_LEEWAY_MS)}) AND created_at >= ${moment})`
}

function isCreatedBefore(moment: Date): Prisma.Sql {
  return Prisma.sql`(id < uuid_v7_floor(${shifted(moment, ID_LEEWAY_MS)}) AND created_at < ${moment})`
}

const ID_LEEWAY_MS = 10 * 60_000

/** The times that a UUID version 7 can hold and PostgreSQL can read. */
const EARLIEST_MS = ID_LEEWAY_MS
const LATEST_MS = Date.UTC(9999, 0)

function readMoment(text: string, name: string): Date {
  const time = Date.parse(text)
  if (Number.isNaN(time))
    throw new AppError(
      'malformed',
      `${name} takes a time in ISO 8601, such as 2026-11-01T00:00:00Z; not "${text}".`,
    )
  return new Date(Math.min(Math.max(time, EARLIEST_MS), LATEST_MS))
}

function shifted(moment: Date, byMs: number): Date {
  return new Date(moment.getTime() + byMs)
}
