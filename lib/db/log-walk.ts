import {
  TRANSMISSION_STATUSES,
  TRANSMISSION_TYPES,
  type TransmissionFilter,
  type TransmissionStatus,
  type TransmissionType,
} from '#lib/domain/transmission.ts'
import { Prisma } from './generated/client.ts'
import { type FilterName, isEmail, isReference, readCode, readReasonCodes } from './log-filter.ts'

/** Rows that one index gives in the order of their ids, newest first, for each of its keys. */
export type Walk = {
  /** A FROM item by the name `key`: each of its rows is a walk of its own. */
  keys: Prisma.Sql
  /** What lets the index be used. */
  condition: Prisma.Sql
}

export type Route = {
  walks: Walk[]
  /** The filters that the walks fulfil by themselves. */
  served: readonly FilterName[]
  /** Of one order or one buyer there are never so many rows that they could not all be looked at. */
  isShort: boolean
}

/** The narrowest way through the log that a filter allows; each is an index of `transmission`. */
export function chooseRoute(filter: TransmissionFilter): Route {
  const { reference, email, reasonCode, code } = filter
  if (reference !== undefined) return short('reference', isReference(reference))
  if (email !== undefined) return short('email', isEmail(email))
  if (reasonCode !== undefined) return long([byReason(reasonCode)], ['reasonCode'])
  if (code !== undefined) return byCode(code)
  return long(byStanding(filter), ['status', 'type'])
}

function short(name: FilterName, condition: Prisma.Sql): Route {
  return { walks: [{ keys: NO_KEY, condition }], served: [name], isShort: true }
}

function long(walks: Walk[], served: FilterName[]): Route {
  return { walks, served, isShort: false }
}

function byReason(reasonCode: string): Walk {
  const codes = readReasonCodes(reasonCode)
  return {
    keys: Prisma.sql`(SELECT DISTINCT unnest(${codes}::text[])) key (reason)`,
    condition: Prisma.sql`reason_code = key.reason`,
  }
}

/** In these nearly all of a log ends, so that PostgreSQL is told them by name: it then knows their share. */
const USUAL_STATUSES = ['sent', 'skipped'] as const satisfies readonly TransmissionStatus[]

function byStanding({ status = [], type }: TransmissionFilter): Walk[] {
  if (status.length === 0 && type === undefined) return [{ keys: NO_KEY, condition: EVERY_ROW }]
  const statuses = new Set(status.length === 0 ? TRANSMISSION_STATUSES : status)
  const usual = USUAL_STATUSES.filter((one) => statuses.delete(one))
  const walks = usual.map((one) => byUsualStatus(one, type))
  const types = type === undefined ? TRANSMISSION_TYPES : [type]
  return statuses.size === 0 ? walks : [...walks, byStatusAndType([...statuses], types)]
}

function byUsualStatus(
  status: (typeof USUAL_STATUSES)[number],
  type: TransmissionType | undefined,
): Walk {
  const isOfType = type === undefined ? EVERY_ROW : Prisma.sql`type = ${type}`
  return { keys: NO_KEY, condition: Prisma.sql`status = ${status} AND ${isOfType}` }
}

/** Each status with each type is a walk of its own, so that a rare one is found without a scan. */
function byStatusAndType(statuses: readonly string[], types: readonly string[]): Walk {
  return {
    keys: standingKeys(statuses, types),
    condition: Prisma.sql`status = key.status AND type = key.type`,
  }
}

/** A FROM item by the name `key`: each status with each type. */
export function standingKeys(statuses: readonly string[], types: readonly string[]): Prisma.Sql {
  return Prisma.sql`(SELECT * FROM unnest(${[...statuses]}::text[]) s (status),
    unnest(${[...types]}::text[]) t (type)) key`
}

/** The usual answers have no index of their own: nearly all that was sent has them. */
function byCode(code: string): Route {
  const { lowest, highest } = readCode(code)
  if (lowest === null) return long([NO_CODE, ABOUT_TO_GET_ONE], [])
  if (lowest >= 200 && highest < 300) return long([SENT, SUCCESS_NOT_TAKEN], [])
  const walk = {
    keys: Prisma.sql`generate_series(${lowest}::integer, ${highest}::integer) key (code)`,
    condition: Prisma.sql`response_code = key.code AND response_code NOT BETWEEN 200 AND 299`,
  }
  return long([walk], ['code'])
}

const NO_KEY = Prisma.sql`(SELECT 1) key`
const EVERY_ROW = Prisma.sql`TRUE`
const NO_CODE: Walk = {
  keys: NO_KEY,
  condition: Prisma.sql`response_code IS NULL AND status NOT IN ('queued', 'sending')`,
}
const ABOUT_TO_GET_ONE = byStatusAndType(['queued', 'sending'], TRANSMISSION_TYPES)
const SENT = byUsualStatus('sent', undefined)
const SUCCESS_NOT_TAKEN: Walk = {
  keys: NO_KEY,
  condition: Prisma.sql`response_code BETWEEN 200 AND 299 AND status <> 'sent'`,
}
