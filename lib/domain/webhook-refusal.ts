/** Calls of the webhook with a wrong user name or password, since the last that was right. */
export type WebhookRefusal = { refusedCount: number; firstRefusedAt: Date; lastRefusedAt: Date }

/** Anybody can call once with nonsense; UltraCart goes on for days. */
const FEWEST = 3
const SHORTEST_MS = 5 * 60_000
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000

/**
 * Whether UltraCart is being turned away: several wrong calls over some minutes,
 * the newest within a day, and none since that was right.
 */
export function isTurnedAway(
  { refusedCount, firstRefusedAt, lastRefusedAt }: WebhookRefusal,
  { lastEventAt, now }: { lastEventAt: Date | null; now: Date },
): boolean {
  const isRepeated =
    refusedCount >= FEWEST && lastRefusedAt.getTime() - firstRefusedAt.getTime() >= SHORTEST_MS
  const isRecent = now.getTime() - lastRefusedAt.getTime() < FORGOTTEN_AFTER_MS
  return isRepeated && isRecent && (lastEventAt === null || lastEventAt < lastRefusedAt)
}
