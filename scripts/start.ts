import { join } from 'node:path'
import { runUntilStopped } from './start/run-until-stopped.ts'

const ROOT = join(import.meta.dirname, '..')

await runUntilStopped(async (stopping) => {
  // Imported here, since reading a wrong environment throws on import.
  const { runProduct } = await import('./start/run-product.ts')
  return runProduct({
    root: ROOT,
    isDev: process.argv.includes('--dev'),
    say: (line) => void process.stdout.write(`${line}\n`),
    ...stopping,
  })
})
