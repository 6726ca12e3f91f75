import { isAt, type KillPoint, SEEN_AT, type Victim } from './kill-point.ts'
import type { KillWorld } from './kill-world.ts'
import { readStandings } from './read-log.ts'

export type Kill = {
  point: KillPoint
  victim: Victim
  /** In [0, 1): which of the point's equally good moments. */
  variant: number
}

// Longer than what the relay itself waits for: a dead worker, a silent receiver, another's new product.
const REACHED_WITHIN_MS = 90_000

/** Kills the victim the next time that anything comes to the point; resolves when it has ended. */
export async function killAt(world: KillWorld, kill: Kill): Promise<void> {
  const struck = Promise.withResolvers<void>()
  watch(world, kill, () => {
    watchNothing(world)
    world.parts[kill.victim].kill()
    struck.resolve()
  })
  const timer = setTimeout(async () => {
    const standings = await readStandings(world.parts.postgres.url()).catch(String)
    struck.reject(new Error(`Nothing came to the point ${kill.point}: ${standings}`))
  }, REACHED_WITHIN_MS)
  await struck.promise.finally(() => clearTimeout(timer))
  await world.parts[kill.victim].ended()
}

function watch(world: KillWorld, { point, victim, variant }: Kill, strike: () => void): void {
  const seenAt = SEEN_AT[point]
  let isAnswered = false
  world.receiver.watch(({ isSale }) => {
    if (seenAt === 'receiver' && (isSale || variant < 0.5)) strike()
    // The answer is written in this turn of the loop.
    setImmediate(() => {
      isAnswered = true
    })
  })
  if (seenAt === 'receiver') return
  world.proxies[seenAt].watch((sight) => {
    if (point === 'answer-came' && !isAnswered) return 'pass'
    if (!isAt(point, sight, variant)) return 'pass'
    strike()
    // The last words of the killed one, or to it, do not arrive; the others' do.
    return victim === seenAt || victim === 'postgres' ? 'cut' : 'pass'
  })
}

function watchNothing({ proxies, receiver }: KillWorld): void {
  proxies.web.watch(null)
  proxies.worker.watch(null)
  receiver.watch(null)
}
