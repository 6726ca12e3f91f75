import { join } from 'node:path'
import { ensureBuild } from '../../scripts/start/ensure-build.ts'

/** One build of the web app for all browser tests; none at all when it is there already. */
export async function setup(): Promise<void> {
  await ensureBuild({
    root: join(import.meta.dirname, '../..'),
    stop: new AbortController().signal,
    say: (line) => process.stdout.write(`${line}\n`),
  })
}
