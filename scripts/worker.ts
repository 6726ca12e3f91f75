import { runUntilStopped } from './start/run-until-stopped.ts'

await runUntilStopped(async (stopping) => {
  // Imported here, since reading a wrong environment throws on import.
  const { runWorker } = await import('./start/run-worker.ts')
  return runWorker(stopping)
})
