import { expect, onTestFinished, test } from 'vitest'
import { startCustomers } from '#tests/support/kill/customers.ts'
import { judgeLog } from '#tests/support/kill/judge-log.ts'
import { addMerchants, installationOf } from '#tests/support/kill/kill-world.ts'
import { makePostgres, makeWeb, makeWorker } from '#tests/support/kill/product-parts.ts'
import { readLog } from '#tests/support/kill/read-log.ts'
import { settle } from '#tests/support/kill/settle.ts'
import { labelOf } from '#tests/support/kill/stories.ts'
import { startOntraport } from '#tests/support/ontraport-stand-in.ts'
import { chooseSeed, makeRandom } from '#tests/support/random.ts'

const LIMIT_MS = 600_000

test(
  'web processes and workers that are restarted one after another under load lose and double nothing',
  async () => {
    const seed = chooseSeed()
    const ontraport = await startOntraport()
    const postgres = makePostgres()
    await postgres.start()
    const environment = { ...installationOf(ontraport), DATABASE_URL: postgres.url() }
    const webs = [await makeWeb(environment), await makeWeb(environment)]
    const workers = [makeWorker(environment), makeWorker(environment)]
    onTestFinished(async () => {
      await Promise.all([...webs, ...workers].map((part) => part.stop()))
      await postgres.stop()
      await ontraport.close()
    })
    await Promise.all([...webs, ...workers].map((part) => part.start()))
    const merchants = await addMerchants(environment)

    let turn = 0
    const url = (): string => webs[turn++ % webs.length]?.url ?? ''
    const customers = startCustomers({ url, merchants, random: makeRandom(seed) })
    for (const part of [...webs, ...workers]) {
      await part.stop()
      await part.start()
    }
    const stories = await customers.end()
    await settle(postgres.url())
    const log = await readLog(postgres.url())
    const arrivals = ontraport.received.map(({ body }) => labelOf(body))
    const askingMerchants = new Set<string>()
    const verdict = judgeLog({ stories, log, arrivals, askingMerchants, isLookedUp: false })
    expect(verdict, `SEED=${seed}`).toEqual({
      faults: [],
      messages: arrivals.length,
      repeated: 0,
      unconfirmed: 0,
    })
    expect(log.filter((row) => row.status !== 'sent')).toEqual([])
    expect(log.filter((row) => row.outcomes.join() !== 'accepted')).toEqual([])
    expect(stories.length).toBeGreaterThan(10)
  },
  LIMIT_MS,
)
