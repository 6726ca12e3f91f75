const SHORTEST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1_000

/** How long an answer asks us to wait, within bounds: `Retry-After` first (RFC 9110, section 10.2.3), then ONTRAPORT's own `X-Rate-Limit-Reset`, in seconds. */
export function readRetryAfterMs(headers: Record<string, string>): number | null {
  const waitMs =
    readSeconds(headers['retry-after']) ??
    readDate(headers['retry-after'], headers.date) ??
    readSeconds(headers['x-rate-limit-reset'])
  return waitMs === null ? null : Math.min(Math.max(waitMs, SHORTEST_WAIT_MS), LONGEST_WAIT_MS)
}

function readSeconds(value: string | undefined): number | null {
  return value !== undefined && /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) * 1_000 : null
}

/** Counted from the server's own `Date`, so that it does not matter whose clock is wrong. */
function readDate(value: string | undefined, serverDate: string | undefined): number | null {
  const waitMs = Date.parse(value ?? '') - Date.parse(serverDate ?? '')
  return Number.isNaN(waitMs) ? null : waitMs
}
