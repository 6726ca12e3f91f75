import { readIsoMoment } from '#lib/domain/iso-moment.ts'
import { AppError } from '#lib/errors.ts'

/** What a poll brings, in the words of HTTP. */
export type PollRequest = {
  merchantId: string
  method: 'GET' | 'HEAD'
  /** The query's parameters. */
  key: string | null
  since: string | null
  authorization: string | null
  ifNoneMatch: string | null
  ifModifiedSince: string | null
  userAgent: string | null
}

/** The keys with which a poll may prove itself: the one of its address, its Basic password, and its Basic user, where many services put a key. */
export function readFeedKeys({
  key,
  authorization,
}: Pick<PollRequest, 'key' | 'authorization'>): string[] {
  return [key, ...readBasicPair(authorization)].flatMap((given) =>
    given === null || given === '' ? [] : [given],
  )
}

/** RFC 7617, UTF-8. */
function readBasicPair(authorization: string | null): string[] {
  const token = /^\s*basic\s+([A-Za-z0-9+/_-]+)={0,2}\s*$/i.exec(authorization ?? '')?.[1]
  if (token === undefined) return []
  const pair = Buffer.from(token, 'base64').toString('utf8')
  const colon = pair.indexOf(':')
  return colon < 0 ? [] : [pair.slice(colon + 1), pair.slice(0, colon)]
}

/**
 * The moment of a `since`: an ISO 8601 date (its midnight in UTC) or time, or
 * an HTTP date; `null` when none is given. `malformed` for anything else.
 */
export function readSince(since: string | null): Date | null {
  if (since === null || since.trim() === '') return null
  const at = readIsoMoment(since) ?? readHttpDate(since.trim())
  if (at !== null) return at
  throw new AppError(
    'malformed',
    'since is a date such as 2026-11-20, a time such as 2026-11-20T10:00:00Z, or an HTTP date.',
  )
}

function readHttpDate(text: string): Date | null {
  const at = Date.parse(HTTP_DATE.test(text) ? text : '')
  return Number.isNaN(at) ? null : new Date(at)
}

const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/** True when the caller has this state already (RFC 9110, 13.2.2): an ETag is asked first, and a date only without one. */
export function isUnchanged(
  { ifNoneMatch, ifModifiedSince }: Pick<PollRequest, 'ifNoneMatch' | 'ifModifiedSince'>,
  state: { etag: string; lastModifiedAt: Date },
): boolean {
  if (ifNoneMatch !== null) {
    const tags = ifNoneMatch.match(/(?:W\/)?"[^"]*"|\*/g) ?? []
    return tags.some((tag) => tag === '*' || opaque(tag) === opaque(state.etag))
  }
  const at = Date.parse(ifModifiedSince ?? '')
  return at >= Math.floor(state.lastModifiedAt.getTime() / 1000) * 1000
}

/** Compared weakly, as a GET's condition is. */
function opaque(tag: string): string {
  return tag.replace(/^W\//, '')
}
