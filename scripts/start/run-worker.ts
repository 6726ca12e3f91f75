import { once } from 'node:events'
import { env } from '#lib/env.ts'
import { openDatabase } from '#lib/services/open-database.ts'
import { runRelay } from '#lib/services/run-relay.ts'
import { cutAfter } from './cut-after.ts'
import { relayDeeds } from './relay-deeds.ts'
import type { Stopping } from './run-until-stopped.ts'
import { serveMetrics } from './serve-metrics.ts'

const FINISH_WITHIN_MS = 25_000

/** Runs a relay without web over the installation's database, until told to stop; gives the exit code. */
export async function runWorker({ stop, hurry }: Stopping): Promise<number> {
  const database = await openDatabase({ canStart: false })
  try {
    const { METRICS_PORT } = env
    const closeMetrics = METRICS_PORT === undefined ? null : await serveMetrics(METRICS_PORT)
    const relay = await runRelay(relayDeeds)
    process.stdout.write('Relaying.\n')
    if (!stop.aborted) await once(stop, 'abort')
    const cut = cutAfter(FINISH_WITHIN_MS, hurry)
    await Promise.race([relay.stop(), once(cut, 'abort')])
    await closeMetrics?.()
    return 0
  } finally {
    await database.close()
  }
}
