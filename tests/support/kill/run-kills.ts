import { makeRandom, type Random, shuffle } from '../random.ts'
import { startCustomers } from './customers.ts'
import { judgeLog, type Verdict } from './judge-log.ts'
import { type Kill, killAt } from './kill-at.ts'
import { API_KILL_POINTS, KILL_POINTS, type KillPoint, VICTIMS } from './kill-point.ts'
import type { KillWay } from './kill-receiver.ts'
import { type KillWorld, startKillWorld } from './kill-world.ts'
import { readLog } from './read-log.ts'
import { settle } from './settle.ts'
import type { Story } from './stories.ts'
import { watchSending } from './watch-sending.ts'

export type KillRun = Verdict & {
  kills: number
  stories: number
  /** The longest that anything was seen in `sending` while a worker and PostgreSQL were up. */
  longestSendingSeconds: number
}

/** Every point of the way with every victim once, in an order that the random decides. */
export function everyKill(random: Random, way: KillWay = 'receiver'): Kill[] {
  const points: readonly KillPoint[] =
    way === 'rest' ? [...KILL_POINTS, ...API_KILL_POINTS] : KILL_POINTS
  const pairs = points.flatMap((point) => VICTIMS.map((victim) => ({ point, victim })))
  return shuffle(pairs, random).map((pair) => ({ ...pair, variant: random() }))
}

/** Kills in one installation while customers go on, and holds what is left against the promises. */
export async function runKills(
  kills: readonly Kill[],
  seed: number,
  way: KillWay = 'receiver',
): Promise<KillRun> {
  const random = makeRandom(seed)
  const world = await startKillWorld(way)
  const watch = watchSending(world)
  try {
    const stories: Story[] = []
    for (const kill of kills) stories.push(...(await killOnce(world, kill, random)))
    await settle(world.parts.postgres.url())
    return {
      kills: kills.length,
      stories: stories.length,
      longestSendingSeconds: await watch.end(),
      ...judgeLog({
        stories,
        log: await readLog(world.parts.postgres.url()),
        arrivals: world.receiver.arrivals(),
        isLookedUp: way === 'rest',
        askingMerchants: world.askingMerchants,
      }),
    }
  } finally {
    await watch.end()
    await world.close()
  }
}

/** The stories that were being told meanwhile, each acknowledged to its end. */
async function killOnce(world: KillWorld, kill: Kill, random: Random): Promise<Story[]> {
  const { url, merchants } = world
  const customers = startCustomers({ url: () => url, merchants, random })
  const killing = killAt(world, kill)
  const stories = killing.then(customers.end, customers.end)
  await killing
  await world.parts[kill.victim].start()
  return stories
}
