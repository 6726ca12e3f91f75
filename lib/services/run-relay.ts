import { prisma } from '#lib/db/client.ts'
import { logger } from '#lib/logger.ts'
import { closeReceiverAgent } from '#lib/ontraport/receiver-agent.ts'
import { closeSender, ITEM_SYNC_QUEUE, ORDER_BACKFILL_QUEUE, openBoss } from '#lib/queue/boss.ts'
import { enqueueOverdueRuns } from '#lib/queue/enqueue-overdue-runs.ts'
import { workRuns } from '#lib/queue/work-runs.ts'
import { workTransmissions } from '#lib/queue/work-transmissions.ts'
import { closeRestAgent } from '#lib/ultracart/rest-agent.ts'
import { backfillOrders } from './backfill-orders.ts'
import { deliverBatch } from './deliver-batch.ts'
import { sweepRelay } from './sweep-relay.ts'
import { syncItems } from './sync-items.ts'

const SWEEP_EVERY_MS = 15_000
const STOP_TIMEOUT_MS = 25_000

export type RunningRelay = {
  /** Takes no new jobs, waits for the messages under way, then ends. */
  stop: () => Promise<void>
}

/** Starts the relay in this process: workers that send what is due and go on with what is fetched from UltraCart, and the sweep. */
export async function runRelay(): Promise<RunningRelay> {
  const boss = await openBoss('worker')
  await workTransmissions(boss, deliverBatch)
  await workRuns(boss, ITEM_SYNC_QUEUE, syncItems)
  await workRuns(boss, ORDER_BACKFILL_QUEUE, backfillOrders)
  let sweeping = Promise.resolve()
  const sweep = (): void => {
    sweeping = sweepAll(new Date()).then(
      () => undefined,
      (error: unknown) => logger.error({ err: error }, 'sweep.failed'),
    )
  }
  sweep()
  const timer = setInterval(sweep, SWEEP_EVERY_MS)
  logger.info('relay.started')
  return {
    stop: async () => {
      clearInterval(timer)
      await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS })
      await sweeping
      await closeReceiverAgent()
      await closeRestAgent()
      await closeSender()
      logger.info('relay.stopped')
    },
  }
}

async function sweepAll(now: Date): Promise<void> {
  await sweepRelay(now)
  await enqueueOverdueRuns(prisma(), now)
}
