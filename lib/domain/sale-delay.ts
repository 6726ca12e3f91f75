const SHORTEST_SECONDS = 5
const LONGEST_SECONDS = 60 * 60

export type SaleDelayReading =
  | { kind: 'delay'; seconds: number }
  | { kind: 'invalid'; reason: string }

/** How long a sale waits for the pixel: seconds, such as `45` or `45s`, or minutes, such as `2m`. */
export function readSaleDelay(value: string): SaleDelayReading {
  const [, digits, unit] = /^(\d{1,5})\s*(s|m)?$/i.exec(value.trim()) ?? []
  const seconds = Number(digits) * (unit?.toLowerCase() === 'm' ? 60 : 1)
  return seconds >= SHORTEST_SECONDS && seconds <= LONGEST_SECONDS
    ? { kind: 'delay', seconds }
    : {
        kind: 'invalid',
        reason: `The rule sale-delay takes 5 seconds to 60 minutes, such as 30s or 2m; not "${value}".`,
      }
}

/** The delay in words, such as `30 s` or `2 min`. */
export function formatSaleDelay(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`
}
