import { readIsoMoment } from '#lib/domain/iso-moment.ts'
import { exceptionalCurrencies } from '#lib/domain/money.ts'
import type { TransmissionFilter } from '#lib/domain/transmission.ts'
import { AppError } from '#lib/errors.ts'
import { withoutNul } from './cursors.ts'
import { Prisma } from './generated/client.ts'

/** The filters that look at single columns, in contrast to the times, the side and the search words. */
const CONDITIONS = {
  type: ({ type }) => type !== undefined && Prisma.sql`type = ${type}`,
  status: ({ status = [] }) =>
    status.length > 0 && Prisma.sql`status = ANY(${[...status]}::text[])`,
  reference: ({ reference }) => reference !== undefined && isReference(reference),
  email: ({ email }) => email !== undefined && isEmail(email),
  code: ({ code }) => code !== undefined && isResponseCode(code),
  reasonCode: ({ reasonCode }) =>
    reasonCode !== undefined &&
    Prisma.sql`reason_code = ANY(${readReasonCodes(reasonCode)}::text[])`,
  reasonText: ({ reasonText }) =>
    reasonText !== undefined && Prisma.sql`reason = ${withoutNul(reasonText)}`,
  minAmount: ({ minAmount }) =>
    minAmount !== undefined && Prisma.sql`amount_minor >= ${inMinorUnits(minAmount)}`,
  maxAmount: ({ maxAmount }) =>
    maxAmount !== undefined && Prisma.sql`amount_minor <= ${inMinorUnits(maxAmount)}`,
} satisfies Record<string, (filter: TransmissionFilter) => Prisma.Sql | false>

const NAMES = [
  'type',
  'status',
  'reference',
  'email',
  'code',
  'reasonCode',
  'reasonText',
  'minAmount',
  'maxAmount',
] as const
export type FilterName = (typeof NAMES)[number]

/** What they ask of a row, save for those in `served`. A wrong value is the caller's fault. */
export function filterConditions(
  filter: TransmissionFilter,
  served: readonly FilterName[],
): Prisma.Sql[] {
  return NAMES.filter((name) => !served.includes(name))
    .map((name) => CONDITIONS[name](filter))
    .filter((condition) => condition !== false)
}

/** The side of the sandbox that a filter asks for. */
export function sideConditions({ isSandbox }: TransmissionFilter): Prisma.Sql[] {
  return isSandbox === undefined ? [] : [Prisma.sql`is_sandbox = ${isSandbox}`]
}

export function readReasonCodes(text: string): string[] {
  return withoutNul(text)
    .split(',')
    .map((code) => code.trim())
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

export type CodeRange = { lowest: number; highest: number } | { lowest: null; highest: null }

/** The codes that a filter means; `null` for rows without one. */
export function readCode(code: string): CodeRange {
  if (code.trim().toLowerCase() === 'none') return { lowest: null, highest: null }
  const match = /^([1-5])(\d\d|xx)$/i.exec(code.trim())
  if (match === null)
    throw new AppError(
      'malformed',
      'code takes a response code, such as 403, its class, such as 4xx, or none.',
    )
  if (/\d/.test(match[2] ?? '')) return { lowest: Number(match[0]), highest: Number(match[0]) }
  const lowest = Number(match[1]) * 100
  return { lowest, highest: lowest + 99 }
}

function isResponseCode(code: string): Prisma.Sql {
  const { lowest, highest } = readCode(code)
  if (lowest === null) return Prisma.sql`response_code IS NULL`
  return Prisma.sql`response_code BETWEEN ${lowest}::integer AND ${highest}::integer`
}

/** What an amount comes to in a row's own currency; with a fraction where the currency has none so small. */
function inMinorUnits(amount: string): Prisma.Sql {
  const powers = [...exceptionalCurrencies()].map(
    ([digits, codes]) =>
      Prisma.sql`WHEN upper(currency) = ANY(${codes}::text[]) THEN ${10 ** digits}::integer`,
  )
  return Prisma.sql`(${amount}::numeric * CASE ${Prisma.join(powers, ' ')} ELSE 100 END)`
}

/**
 * The id's time prunes the partitions, the column decides: an id is made a
 * moment apart from the time that the row shows.
 */
export function isCreatedFrom(moment: Date): Prisma.Sql {
  return Prisma.sql`(id >= uuid_v7_floor(${shifted(moment, -ID_LEEWAY_MS)}) AND created_at >= ${moment})`
}

export function isCreatedBefore(moment: Date): Prisma.Sql {
  return Prisma.sql`(id < uuid_v7_floor(${shifted(moment, ID_LEEWAY_MS)}) AND created_at < ${moment})`
}

/** The same between two moments that the query has itself. */
export function isCreatedWithin(from: Prisma.Sql, to: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(id >= uuid_v7_floor(${from} - interval '10 minutes') AND created_at >= ${from}
    AND id < uuid_v7_floor(${to} + interval '10 minutes') AND created_at < ${to})`
}

const ID_LEEWAY_MS = 10 * 60_000

/** The times that a UUID version 7 can hold and PostgreSQL can read. */
const EARLIEST_MS = ID_LEEWAY_MS
const LATEST_MS = Date.UTC(9999, 0)

function readMoment(text: string, name: string): Date {
  const moment = readIsoMoment(text)
  if (moment === null)
    throw new AppError(
      'malformed',
      `${name} takes a time in ISO 8601, such as 2026-11-01T00:00:00Z; not "${text}".`,
    )
  return new Date(Math.min(Math.max(moment.getTime(), EARLIEST_MS), LATEST_MS))
}

function shifted(moment: Date, byMs: number): Date {
  return new Date(moment.getTime() + byMs)
}
