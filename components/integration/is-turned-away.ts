import type { ConnectionTest } from '#lib/domain/connection.ts'

/** ONTRAPORT answered and refused the key itself; such a key is not kept. */
export function isTurnedAway({ isAccepted, responseCode }: ConnectionTest): boolean {
  return !isAccepted && (responseCode === 401 || responseCode === 403)
}
