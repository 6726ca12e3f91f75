import { setTimeout as wait } from 'node:timers/promises'
import type { KillWorld } from './kill-world.ts'
import { longestSendingSeconds } from './read-log.ts'

const LOOK_EVERY_MS = 500

/** Looks again and again how long anything has been in `sending`, counted from when a worker and PostgreSQL were last started. */
export function watchSending({ parts }: KillWorld): { end(): Promise<number> } {
  let isOver = false
  let longest = 0
  const looking = (async () => {
    while (!isOver) {
      // While PostgreSQL is down there is nobody to ask.
      const seconds = await longestSendingSeconds(parts.postgres.url()).catch(() => 0)
      const upSeconds = Math.min(parts.worker.upSeconds(), parts.postgres.upSeconds())
      longest = Math.max(longest, Math.min(seconds, upSeconds))
      await wait(LOOK_EVERY_MS)
    }
  })()
  return {
    end: async () => {
      isOver = true
      await looking
      return longest
    },
  }
}
