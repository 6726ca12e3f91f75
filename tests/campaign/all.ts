/**
 * What takes too long for every change: the models ten times over, thousands of
 * kills, an hour of nonsense at every door, ten thousand orders by ONTRAPORT's API with faults at every call. Prints its figures in a table at the end and exits with 1 when a
 * promise was broken.
 *
 * npm run campaign -- [--only models,kills,fuzz,rest] [--kills 2000] [--runs 10] [--minutes 60] [--orders 10000] [--seed N]
 */
import { parseArgs } from 'node:util'
import { printTable } from '#tests/bench/parts/print-table.ts'
import { setup as buildOnce } from '#tests/support/build.ts'
import { removeOpenFolders } from '#tests/support/open-folder.ts'
import { chooseSeed } from '#tests/support/random.ts'
import type { CampaignOptions, Figures } from './figures.ts'
import { campaignFuzz } from './fuzz.ts'
import { campaignKills } from './kills.ts'
import { campaignModels } from './models.ts'
import { campaignRest } from './rest.ts'

const PARTS: Record<string, (options: CampaignOptions) => Promise<Figures>> = {
  models: campaignModels,
  kills: campaignKills,
  fuzz: campaignFuzz,
  rest: campaignRest,
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(PARTS).join() },
    kills: { type: 'string', default: '2000' },
    runs: { type: 'string', default: '10' },
    minutes: { type: 'string', default: '60' },
    orders: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(chooseSeed()) },
  },
})
const options: CampaignOptions = {
  kills: Number(values.kills),
  runs: Number(values.runs),
  minutes: Number(values.minutes),
  orders: Number(values.orders),
  seed: Number(values.seed),
}

console.log(`SEED=${options.seed}`)
await buildOnce()
const figures: Figures[] = []
for (const name of values.only.split(',')) {
  const run = PARTS[name]
  if (run === undefined) throw new Error(`There is no part "${name}": ${Object.keys(PARTS)}.`)
  console.log(`\n## ${name}\n`)
  figures.push(await run(options))
}
removeOpenFolders()

console.log()
printTable(
  ['part', 'what', 'count'],
  figures.flatMap(({ part, counts, faults }) =>
    Object.entries({ ...counts, faults: faults.length }).map(([what, count]) => [
      part,
      what,
      count,
    ]),
  ),
)
const faults = figures.flatMap((part) => part.faults)
for (const fault of faults) console.log(fault)
process.exit(faults.length === 0 ? 0 : 1)
