import { setTimeout as wait } from 'node:timers/promises'
import { makeRandom, type Random, shuffle } from '../random.ts'
import { deliverStory } from './deliver-story.ts'
import { judgeLog, type Verdict } from './judge-log.ts'
import { type Kill, killAt } from './kill-at.ts'
import { KILL_POINTS, VICTIMS } from './kill-point.ts'
import { type KillWorld, startKillWorld } from './kill-world.ts'
import { countNearlyDue, readLog } from './read-log.ts'
import { type Story, tellStory } from './stories.ts'
import { watchSending } from './watch-sending.ts'

export type KillRun = Verdict & {
  kills: number
  stories: number
  /** The longest that anything was seen in `sending` while a worker and PostgreSQL were up. */
  longestSendingSeconds: number
}

const CUSTOMERS = 2
const SETTLED_WITHIN_MS = 110_000
const LOOK_EVERY_MS = 500

/** Every point with every victim once, in an order that the random decides. */
export function everyKill(random: Random): Kill[] {
  const pairs = KILL_POINTS.flatMap((point) => VICTIMS.map((victim) => ({ point, victim })))
  return shuffle(pairs, random).map((pair) => ({ ...pair, variant: random() }))
}

/** Kills in one installation while customers go on, and holds what is left against the promises. */
export async function runKills(kills: readonly Kill[], seed: number): Promise<KillRun> {
  const random = makeRandom(seed)
  const world = await startKillWorld()
  const watch = watchSending(world)
  try {
    const stories: Story[] = []
    for (const kill of kills) stories.push(...(await killOnce(world, kill, random)))
    await settle(world)
    return {
      kills: kills.length,
      stories: stories.length,
      longestSendingSeconds: await watch.end(),
      ...judgeLog({
        stories,
        log: await readLog(world.parts.postgres.url()),
        received: world.ontraport.received.map(({ body }) => body),
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
  let isStruck = false
  const stories: Story[] = []
  const customers = Array.from({ length: CUSTOMERS }, async () => {
    while (!isStruck) {
      const merchantId = pick([...world.merchants.keys()], random)
      const story = tellStory(merchantId, random)
      stories.push(story)
      const authorization = world.merchants.get(merchantId) ?? ''
      await deliverStory({ url: world.url, authorization }, story)
    }
  })
  const killing = killAt(world, kill)
    .finally(() => {
      isStruck = true
    })
    .then(() => world.parts[kill.victim].start())
  await Promise.all([killing, ...customers])
  return stories
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('There is nothing to pick from.')
  return item
}

/** Until all that is due soon has gone out: the lease of the last one killed, and one retry. */
async function settle(world: KillWorld): Promise<void> {
  const deadline = Date.now() + SETTLED_WITHIN_MS
  while ((await countNearlyDue(world.parts.postgres.url())) > 0 && Date.now() < deadline)
    await wait(LOOK_EVERY_MS)
}
