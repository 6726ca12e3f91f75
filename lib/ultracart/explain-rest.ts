import { isObject } from './fields.ts'
import { shorten } from './malformed.ts'

/** Why a call to UltraCart's API brought nothing. */
export type RestFailure =
  /** Too many calls; `retryAfterMs` is what UltraCart asked for, `null` when it did not say. */
  | { kind: 'throttled'; retryAfterMs: number | null; reason: string }
  /** The same call would be refused again. `isCredentialFault`: the key itself was turned away. */
  | { kind: 'refused'; status: number; isCredentialFault: boolean; reason: string }
  /** A later try may well succeed. */
  | { kind: 'unavailable'; reason: string }

type Refusal = {
  status: number
  retryAfter: string | string[] | undefined
  body: Record<string, unknown> | null
}

/** What an answer that is no success means. */
export function explainRefusal({ status, retryAfter, body }: Refusal): RestFailure {
  const said = saidBy(body)
  if (status === 429)
    return {
      kind: 'throttled',
      retryAfterMs: readRetryAfter(retryAfter),
      reason: `UltraCart wants fewer calls for a while${said}.`,
    }
  if (status === 401 || status === 403)
    return refused(status, `UltraCart turned the simple key away (HTTP ${status})${said}.`)
  if (status === 410)
    return refused(status, `The application of this simple key is disabled in UltraCart${said}.`)
  if (status === 408 || status >= 500)
    return {
      kind: 'unavailable',
      reason: `UltraCart could not answer just now (HTTP ${status})${said}.`,
    }
  if (body === null)
    return {
      kind: 'unavailable',
      reason: `What came back (HTTP ${status}) is not from UltraCart's API: no JSON object.`,
    }
  return {
    kind: 'refused',
    status,
    isCredentialFault: false,
    reason: `UltraCart refused the call (HTTP ${status})${said}.`,
  }
}

/** Why there was no whole answer at all. */
export function explainSilence(
  error: unknown,
  { host, totalTimeoutMs, isLate }: { host: string; totalTimeoutMs: number; isLate: boolean },
): RestFailure {
  const code = codeOf(error)
  const reason = isLate
    ? `${host} gave no whole answer within ${totalTimeoutMs / 1000} seconds.`
    : code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE'
      ? `The answer of ${host} is larger than we take.`
      : code === 'ERR_ADDRESS_REFUSED'
        ? `${host} leads to an address that is not public, so no connection was made.`
        : `${host} could not be reached${code === '' ? '' : ` (${code})`}.`
  return { kind: 'unavailable', reason }
}

function refused(status: number, reason: string): RestFailure {
  return { kind: 'refused', status, isCredentialFault: true, reason }
}

/** UltraCart's own words, led in; `''` when it said none. */
function saidBy(body: Record<string, unknown> | null): string {
  const error = body?.error
  if (!isObject(error)) return ''
  const words = [error.user_message, error.developer_message].find(
    (message) => typeof message === 'string' && message.trim() !== '',
  )
  return typeof words === 'string' ? `: ${shorten(words).replace(/[.\s]+$/, '')}` : ''
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3), as milliseconds from now. */
function readRetryAfter(header: string | string[] | undefined): number | null {
  const value = [header ?? ''].flat()[0]?.trim() ?? ''
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now())
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}
