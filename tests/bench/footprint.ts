/**
 * What the product needs: time to install from npm's cache, to build, and from
 * start to ready; memory of each Node process at rest and after a load, processor
 * time at rest, size on disk. The limit of the start is Node alone.
 *
 * node tests/bench/footprint.ts [--rounds 5] [--seconds 10]
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { makeOpenFolder } from '#tests/support/open-folder.ts'
import { startProduct } from '#tests/support/product.ts'
import { ensureBuild } from '../../scripts/start/ensure-build.ts'
import { median } from './parts/figures.ts'
import { orderMaker } from './parts/order-maker.ts'
import { postAtFullSpeed } from './parts/post-load.ts'
import { printTable } from './parts/print-table.ts'
import { type ProcessFigures, processFigures } from './parts/process-figures.ts'
import { type Stand, startStand } from './parts/start-stand.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '10' },
  },
})
const seconds = Number(values.seconds)
const ROOT = join(import.meta.dirname, '../..')

const stand = await startStand()
const rest = await measureRest(stand)
const loaded = await measureLoaded(stand)
const { dataDir } = stand.product
await stand.product.stop()
const starts = await measureStarts(dataDir)
const fresh = await measureFresh()
await stand.stop()

printTable(
  ['figure', 'value'],
  [
    ['install, seconds', fresh.installSeconds],
    ['build, seconds', fresh.buildSeconds],
    ['start to ready, seconds', median(starts)],
    ['Node alone, seconds', await measureNode()],
    ['processor at rest, %', rest.cpuPercent],
    ['Node at rest, MB', rest.megabytes.node],
    ['Node after the load, MB', loaded.node],
    ['largest of PostgreSQL at rest, MB', rest.megabytes.postgres],
    ['largest of PostgreSQL after the load, MB', loaded.postgres],
    ['PostgreSQL processes at rest', rest.postgresProcesses],
    ['node_modules, MB', diskMegabytes('node_modules')],
    ['build, MB', diskMegabytes('.next')],
  ],
)

async function measureRest({ product }: Stand) {
  await wait(5_000)
  const before = processFigures(product.pid)
  await wait(seconds * 1_000)
  const after = processFigures(product.pid)
  const used = sum(after.map((one) => one.cpuSeconds)) - sum(before.map((one) => one.cpuSeconds))
  return {
    cpuPercent: (used / seconds) * 100,
    megabytes: largest(after),
    postgresProcesses: after.filter(({ name }) => name === 'postgres').length,
  }
}

async function measureLoaded({ product, webhook, receiver }: Stand): Promise<Megabytes> {
  const orders = orderMaker(4)
  await postAtFullSpeed(webhook, () => orders.webhook(1), seconds)
  const megabytes = largest(processFigures(product.pid))
  await receiver.waitForAll(orders.ids)
  return megabytes
}

async function measureStarts(folder: string): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const started = performance.now()
    const product = await startProduct({ dataDir: folder })
    times.push((performance.now() - started) / 1_000)
    await product.stop()
  }
  return times
}

/** What is committed, in a folder of its own, as an operator gets it. */
async function measureFresh(): Promise<{ installSeconds: number; buildSeconds: number }> {
  const root = makeOpenFolder()
  execFileSync('git', ['clone', '--quiet', ROOT, root])
  const installSeconds = await secondsOf(() =>
    execFileSync('npm', ['ci', '--prefer-offline', '--silent'], { cwd: root }),
  )
  const buildSeconds = await secondsOf(() =>
    ensureBuild({ root, stop: new AbortController().signal, say: () => undefined }),
  )
  return { installSeconds, buildSeconds }
}

function measureNode(): Promise<number> {
  return secondsOf(() => execFileSync(process.execPath, ['-e', '']))
}

async function secondsOf(deed: () => unknown): Promise<number> {
  const started = performance.now()
  await deed()
  return (performance.now() - started) / 1_000
}

type Megabytes = { node: number; postgres: number }

/** The largest process of each kind, since each has to stay small; what those of PostgreSQL share counts for each. */
function largest(figures: ProcessFigures[]): Megabytes {
  const isPostgres = ({ name }: ProcessFigures) => name === 'postgres'
  const most = (some: ProcessFigures[]) => Math.max(...some.map((one) => one.megabytes))
  return {
    node: most(figures.filter((one) => !isPostgres(one))),
    postgres: most(figures.filter(isPostgres)),
  }
}

function diskMegabytes(folder: string): number {
  return Number.parseInt(execFileSync('du', ['-sm', join(ROOT, folder)], { encoding: 'utf8' }), 10)
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
