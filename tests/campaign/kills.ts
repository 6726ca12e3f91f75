import { everyKill, type KillRun, runKills } from '#tests/support/kill/run-kills.ts'
import { makeRandom } from '#tests/support/random.ts'
import type { CampaignOptions, Figures } from './figures.ts'

const INSTALLATIONS = 2
/** Every point with every victim this often before an installation is judged: the wait for the last lease costs a minute. */
const ROUNDS = 3
const TWO_HEARTBEATS_SECONDS = 40

/** Kills in several installations at once, again and again, until there were enough. */
export async function campaignKills({ kills, seed }: CampaignOptions): Promise<Figures> {
  const runs: KillRun[] = []
  for (let next = seed; killsOf(runs) < kills; next += INSTALLATIONS) {
    const left = Math.ceil((kills - killsOf(runs)) / INSTALLATIONS)
    const seeds = Array.from({ length: INSTALLATIONS }, (_, index) => next + index)
    const done = await Promise.all(seeds.map((one) => runOne(one, left)))
    runs.push(...done)
    for (const [index, run] of done.entries()) say(seeds[index] ?? 0, run)
  }
  const sum = (count: (run: KillRun) => number) =>
    runs.reduce((total, run) => total + count(run), 0)
  const longest = Math.max(...runs.map((run) => run.longestSendingSeconds))
  return {
    part: 'kills',
    counts: {
      kills: killsOf(runs),
      messages: sum((run) => run.messages),
      'came again, as logged': sum((run) => run.repeated),
      'left to a person': sum((run) => run.unconfirmed),
      'longest in sending, s': Math.round(longest),
    },
    faults: [
      ...runs.flatMap((run) => run.faults),
      ...(longest < TWO_HEARTBEATS_SECONDS ? [] : [`A message was sending for ${longest} s`]),
    ],
  }
}

function runOne(seed: number, left: number): Promise<KillRun> {
  const random = makeRandom(seed)
  const kills = Array.from({ length: ROUNDS }, () => everyKill(random)).flat()
  return runKills(kills.slice(0, left), seed)
}

function killsOf(runs: readonly KillRun[]): number {
  return runs.reduce((total, run) => total + run.kills, 0)
}

function say(seed: number, { kills, messages, faults }: KillRun): void {
  console.log(`SEED=${seed}: ${kills} kills, ${messages} messages, ${faults.length} faults`)
}
