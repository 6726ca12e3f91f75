import { prisma } from '#lib/db/client.ts'
import { loadReadiness } from '#lib/db/readiness.ts'
import { env } from '#lib/env.ts'
import { logger } from '#lib/logger.ts'

/** The parts that must be there before the product can do its work. */
export type ReadinessPart = 'database' | 'migrations' | 'worker'

/**
 * Which parts are missing; none when the product is ready. The worker counts
 * where this installation is to run one (`RELAY_WORKER` is `inline`). Never throws.
 */
export async function checkReadiness(): Promise<ReadinessPart[]> {
  try {
    const { isMigrated, hasWorker } = await loadReadiness(prisma())
    if (!isMigrated) return ['migrations']
    return hasWorker || env.RELAY_WORKER === 'off' ? [] : ['worker']
  } catch (error) {
    logger.warn({ err: error }, 'readiness.failed')
    return ['database']
  }
}
