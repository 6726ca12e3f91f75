import { logger } from '#lib/logger.ts'
import { closeReceiverAgent } from '#lib/ontraport/receiver-agent.ts'
import { closeSender } from '#lib/queue/boss.ts'
import { workTransmissions } from '#lib/queue/work-transmissions.ts'
import { deliverBatch } from './deliver-batch.ts'
import { sweepRelay } from './sweep-relay.ts'

const SWEEP_EVERY_MS = 15_000

export type RunningRelay = {
  /** Takes no new jobs, waits for the messages under way, then ends. */
  stop: () => Promise<void>
}

/** Starts the relay in this process: workers that send what is due, and the sweep. */
export async function runRelay(): Promise<RunningRelay> {
  const workers = await workTransmissions(deliverBatch)
  let sweeping = Promise.resolve()
  const sweep = (): void => {
    sweeping = sweepRelay(new Date()).then(
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
      await workers.stop()
      await sweeping
      await closeReceiverAgent()
      await closeSender()
      logger.info('relay.stopped')
    },
  }
}
