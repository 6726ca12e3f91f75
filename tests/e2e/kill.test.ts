import { expect, test } from 'vitest'
import { everyKill, runKills } from '#tests/support/kill/run-kills.ts'
import { chooseSeed, makeRandom } from '#tests/support/random.ts'

const INSTALLATIONS = 2
const TWO_HEARTBEATS_SECONDS = 40
// Two minutes by itself; twenty times the load of other programs must not fail it.
const LIMIT_MS = 900_000

test(
  'web app, worker and PostgreSQL are killed at every point, and nothing is lost, overtaken or doubled without the log saying so',
  async () => {
    const seed = chooseSeed()
    process.stdout.write(`kill matrix, SEED=${seed}\n`)
    const runs = await Promise.all(
      Array.from({ length: INSTALLATIONS }, (_, index) =>
        runKills(everyKill(makeRandom(seed + index)), seed + index),
      ),
    )
    process.stdout.write(`kill matrix, SEED=${seed}: ${JSON.stringify(runs)}\n`)
    for (const run of runs) {
      expect(run.faults, `SEED=${seed}`).toEqual([])
      expect(run.longestSendingSeconds).toBeLessThan(TWO_HEARTBEATS_SECONDS)
      expect(run.messages).toBeGreaterThan(run.kills)
    }
    expect(runs.reduce((sum, run) => sum + run.kills, 0)).toBeGreaterThanOrEqual(40)
  },
  LIMIT_MS,
)

test(
  'by ONTRAPORT’s API the same holds, also between two calls of a message, and no sale is booked twice',
  async () => {
    const seed = chooseSeed()
    process.stdout.write(`kill matrix by the API, SEED=${seed}\n`)
    const run = await runKills(everyKill(makeRandom(seed), 'rest'), seed, 'rest')
    process.stdout.write(`kill matrix by the API, SEED=${seed}: ${JSON.stringify(run)}\n`)
    expect(run.faults, `SEED=${seed}`).toEqual([])
    expect(run.longestSendingSeconds).toBeLessThan(TWO_HEARTBEATS_SECONDS)
    expect(run.messages).toBeGreaterThan(run.kills)
  },
  LIMIT_MS,
)
