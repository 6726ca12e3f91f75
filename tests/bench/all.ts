/** Runs every bench, one after the other, each in a process of its own. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

for (const bench of ['latency', 'log-page', 'sign-in-timing']) {
  console.log(`\n## ${bench}\n`)
  const file = join(import.meta.dirname, `${bench}.ts`)
  const { status } = spawnSync(process.execPath, [file, ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}
