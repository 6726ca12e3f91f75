const MINUTE_MS = 60_000

/** Waits between the tries of one message. */
const WAITS_MS: readonly number[] = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, 60 * MINUTE_MS]

/** When a message is tried again after so many tries; `null` when it is given up. */
export function nextAlertTry(attemptCount: number, now: Date): Date | null {
  const waitMs = WAITS_MS[attemptCount - 1]
  return waitMs === undefined ? null : new Date(now.getTime() + waitMs)
}
