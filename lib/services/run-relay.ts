import { setTimeout as wait } from 'node:timers/promises'
import { prisma } from '#lib/db/client.ts'
import { logger } from '#lib/logger.ts'
import { closeReceiverAgent } from '#lib/ontraport/receiver-agent.ts'
import {
  BULK_RESEND_QUEUE,
  closeSender,
  ITEM_SYNC_QUEUE,
  ORDER_BACKFILL_QUEUE,
  openBoss,
} from '#lib/queue/boss.ts'
import { enqueueOverdueRuns } from '#lib/queue/enqueue-overdue-runs.ts'
import { tendCircuits } from '#lib/queue/tend-circuits.ts'
import { workRuns } from '#lib/queue/work-runs.ts'
import { type StartDeliveries, workTransmissions } from '#lib/queue/work-transmissions.ts'
import { closeRestAgent } from '#lib/ultracart/rest-agent.ts'

// With the time after which the sweep gives up an attempt: nothing is `sending` for more than two heartbeats.
const SWEEP_EVERY_MS = 5_000
const TEND_EVERY_MS = 1_000
/** It is due once a day; what is looked for is whether it is. */
const RETENTION_EVERY_MS = 60_000
const STORAGE_EVERY_MS = 10 * 60_000
const ALERTS_EVERY_MS = 5_000
const STOP_TIMEOUT_MS = 25_000

/** What the relay does with what is due. */
export type RelayDeeds = {
  startDeliveries: StartDeliveries
  sweep: (now: Date) => Promise<unknown>
  removeExpired: (now: Date, stop: AbortSignal) => Promise<unknown>
  checkStorage: (now: Date) => Promise<unknown>
  watchAlerts: (now: Date) => Promise<unknown>
  sendAlerts: (now: Date) => Promise<unknown>
  syncItems: Parameters<typeof workRuns>[2]
  backfillOrders: Parameters<typeof workRuns>[2]
  resendNextBatch: Parameters<typeof workRuns>[2]
}

export type RunningRelay = {
  /** Takes no new jobs, waits for the messages under way, then ends. */
  stop: () => Promise<void>
}

/** Starts the relay in this process: workers that send what is due and go on with the runs, and the sweep. */
export async function runRelay(deeds: RelayDeeds): Promise<RunningRelay> {
  const boss = await openBoss('worker')
  const working = await workTransmissions(boss, deeds.startDeliveries)
  await workRuns(boss, ITEM_SYNC_QUEUE, deeds.syncItems)
  await workRuns(boss, ORDER_BACKFILL_QUEUE, deeds.backfillOrders)
  await workRuns(boss, BULK_RESEND_QUEUE, deeds.resendNextBatch)
  const sweeping = repeat(SWEEP_EVERY_MS, 'sweep', (now) => sweepAll(deeds, now))
  const tending = repeat(TEND_EVERY_MS, 'tending', tendCircuits)
  const stopping = new AbortController()
  const removing = repeat(RETENTION_EVERY_MS, 'retention', (now) =>
    deeds.removeExpired(now, stopping.signal),
  )
  const gauging = repeat(STORAGE_EVERY_MS, 'storage', deeds.checkStorage)
  const watching = repeat(ALERTS_EVERY_MS, 'alert-watch', deeds.watchAlerts)
  const alerting = repeat(ALERTS_EVERY_MS, 'alerts', deeds.sendAlerts)
  logger.info('relay.started')
  return {
    stop: async () => {
      stopping.abort()
      const resting = Promise.all([
        sweeping.stop(),
        tending.stop(),
        removing.stop(),
        gauging.stop(),
        watching.stop(),
        alerting.stop(),
      ])
      await Promise.race([working.stop(), wait(STOP_TIMEOUT_MS, undefined, { ref: false })])
      await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS })
      await resting
      await closeReceiverAgent()
      await closeRestAgent()
      await closeSender()
      logger.info('relay.stopped')
    },
  }
}

/** Does it now and then again and again, never twice at once. */
function repeat(
  everyMs: number,
  name: string,
  deed: (now: Date) => Promise<unknown>,
): { stop: () => Promise<void> } {
  let running: Promise<void> | null = null
  const run = (): void => {
    running ??= deed(new Date())
      .then(
        () => undefined,
        (error: unknown) => logger.error({ err: error }, `${name}.failed`),
      )
      .finally(() => {
        running = null
      })
  }
  run()
  const timer = setInterval(run, everyMs)
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}

async function sweepAll(deeds: RelayDeeds, now: Date): Promise<void> {
  await deeds.sweep(now)
  await enqueueOverdueRuns(prisma(), now)
}
