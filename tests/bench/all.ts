/**
 * Runs every bench, one after the other, each in a process of its own, in less
 * than half an hour on two cores.
 *
 * npm run bench -- [--only ingest,relay] [--quick]
 *
 * `--quick` is for seeing that all of them run: its figures say little. A bench
 * that is run by itself takes its own flags, which stand at the head of its file,
 * and is larger where here it is made to fit.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

type Flags = {
  /** What makes it fit; none where its own sizes do. */
  usual: string
  quick: string
}

const BENCHES: Record<string, Flags> = {
  ingest: { usual: '--seconds 3', quick: '--seconds 1 --rounds 1' },
  relay: { usual: '--seconds 3', quick: '--seconds 1 --rounds 1 --rate 200' },
  latency: { usual: '--seconds 5', quick: '--rates 1,50 --seconds 2 --rounds 1' },
  backlog: { usual: '', quick: '--orders 2000 --paced 500' },
  fairness: {
    usual: '--orders 20000 --history 500 --seconds 5',
    quick: '--orders 2000 --history 200 --seconds 2 --rounds 1',
  },
  'log-at-size': { usual: '', quick: '--sizes 10000 --rounds 5 --sales 100' },
  'log-page': { usual: '', quick: '--rounds 1' },
  feed: { usual: '', quick: '--items 10000 --rounds 2' },
  footprint: { usual: '', quick: '--rounds 1 --seconds 2' },
  'scale-out': { usual: '--orders 8000', quick: '--orders 1000 --workers 1,2' },
  'sign-in-timing': { usual: '', quick: '--rounds 5' },
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(BENCHES).join() },
    quick: { type: 'boolean', default: false },
  },
})

const startedAt = performance.now()
for (const name of values.only.split(',')) {
  const flags = BENCHES[name]
  if (flags === undefined)
    throw new Error(`There is no bench "${name}": ${Object.keys(BENCHES).join(', ')}.`)
  console.log(`\n## ${name}\n`)
  const chosen = values.quick ? flags.quick : flags.usual
  const { status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, `${name}.ts`), ...chosen.split(' ').filter(Boolean)],
    { stdio: 'inherit' },
  )
  if (status !== 0) process.exitCode = 1
}
const minutes = (performance.now() - startedAt) / 60_000
console.log(`\nThat took ${minutes.toFixed(1)} minutes.`)
