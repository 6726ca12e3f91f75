import { setTimeout as wait } from 'node:timers/promises'
import { countNearlyDue } from './read-log.ts'

const WITHIN_MS = 110_000
const LOOK_EVERY_MS = 250

/** Until all that is due soon has gone out: the lease of the last one killed, and one retry; or until time is up. */
export async function settle(databaseUrl: string): Promise<void> {
  const deadline = Date.now() + WITHIN_MS
  while ((await countNearlyDue(databaseUrl)) > 0 && Date.now() < deadline) await wait(LOOK_EVERY_MS)
}
