/**
 * What the log costs a browser: JavaScript of the first load as it comes over
 * the line, the longest task while a page of a thousand rows scrolls from end
 * to end, and how far things shift while pages load. Limits are the product's
 * own: 250 kB, no task over 50 ms, no shift. A task is measured by the clock
 * and by the processor's time: where other programs run, too, only the second
 * is the page's own.
 *
 * node tests/bench/log-page.ts [--rounds 3]
 */
import { parseArgs } from 'node:util'
import { openBrowser, openPage } from '#tests/support/browser.ts'
import { setup as buildOnce } from '#tests/support/build.ts'
import { fillLog } from '#tests/support/fill-log.ts'
import { removeOpenFolders } from '#tests/support/open-folder.ts'
import { startProduct } from '#tests/support/product.ts'
import { signUp } from '#tests/support/sign-up.ts'
import { median } from './parts/figures.ts'
import { loadedScripts } from './parts/loaded-scripts.ts'
import { printTable } from './parts/print-table.ts'
import { databaseUrlOf } from './parts/start-stand.ts'
import type { LongestTask } from './parts/trace-tasks.ts'
import { longestTaskWhileScrolling, shiftWhileLoading, watchPage } from './parts/watch-page.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } })
const ROUNDS = Number(values.rounds)
const ROWS = 1_000
const LIMIT_KB = 250
const LIMIT_TASK_MS = 50
/** What browsers call good; ours aims at none. */
const LIMIT_SHIFT = 0.1

await buildOnce()
const product = await startProduct({ environment: { LOG_LEVEL: 'error' } })
const browser = await openBrowser()
try {
  const { page } = await openPage(browser)
  await watchPage(page)
  await signUp(page, product)
  await fillLog(databaseUrlOf(product.dataDir), { merchantId: 'SHOP1', count: ROWS + 200 })
  const scripts = await loadedScripts(page, `${product.url}/log`)
  const longest: LongestTask[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    longest.push(await longestTaskWhileScrolling(page, `${product.url}/log?size=${ROWS}`))
  const byClock = median(longest.map(({ clockMs }) => clockMs))
  const byProcessor = median(longest.map(({ processorMs }) => processorMs))
  const logShift = await inRounds(() => shiftWhileLoading(page, `${product.url}/log`))
  const overviewShift = await inRounds(() => shiftWhileLoading(page, product.url))
  printTable(
    ['figure', 'value', 'limit', 'ratio'],
    [
      row('first-load JavaScript, kB', scripts.firstLoadBytes / 1_000, LIMIT_KB),
      row('all JavaScript until at rest, kB', scripts.allBytes / 1_000, LIMIT_KB),
      row(`longest task while ${ROWS} rows scroll, ms`, byClock, LIMIT_TASK_MS),
      row('of the processor alone, ms', byProcessor, LIMIT_TASK_MS),
      row('layout shift of the log', logShift, LIMIT_SHIFT),
      row('layout shift of the overview', overviewShift, LIMIT_SHIFT),
    ],
  )
} finally {
  await browser.close()
  await product.stop()
  removeOpenFolders()
}

function row(name: string, value: number, limit: number): (string | number)[] {
  return [name, value, limit, value / limit]
}

async function inRounds(measure: () => Promise<number>): Promise<number> {
  const figures: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) figures.push(await measure())
  return median(figures)
}
