/**
 * Runs every bench, one after the other, each in a process of its own.
 *
 * npm run bench -- [--only ingest,relay] [--quick]
 *
 * `--quick` is for seeing that all of them run: its figures say little. A bench
 * that is run by itself takes its own flags, which stand at the head of its file.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/** Each with its flags for a quick run. */
const BENCHES: Record<string, string> = {
  ingest: '--seconds 1 --rounds 1',
  relay: '--seconds 1 --rounds 1 --rate 200',
  latency: '--rates 1,50 --seconds 2 --rounds 1',
  backlog: '--orders 2000 --paced 500',
  fairness: '--orders 2000 --history 200 --seconds 2 --rounds 1',
  'log-at-size': '--sizes 10000 --rounds 5 --sales 100',
  'log-page': '--rounds 1',
  feed: '--items 10000 --rounds 2',
  footprint: '--rounds 1 --seconds 2',
  'scale-out': '--orders 1000 --workers 1,2',
  'sign-in-timing': '--rounds 5',
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(BENCHES).join() },
    quick: { type: 'boolean', default: false },
  },
})

for (const name of values.only.split(',')) {
  const quickFlags = BENCHES[name]
  if (quickFlags === undefined)
    throw new Error(`There is no bench "${name}": ${Object.keys(BENCHES).join(', ')}.`)
  console.log(`\n## ${name}\n`)
  const flags = values.quick ? quickFlags.split(' ') : []
  const { status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, `${name}.ts`), ...flags],
    {
      stdio: 'inherit',
    },
  )
  if (status !== 0) process.exitCode = 1
}
