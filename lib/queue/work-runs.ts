import type { PgBoss } from 'pg-boss'
import type { RunJob, RunQueue } from './boss.ts'

/** Takes one run at a time, since UltraCart allows one call at a time, and has it go on by a step. */
export async function workRuns(
  boss: PgBoss,
  queue: RunQueue,
  goOn: (merchantId: string) => Promise<void>,
): Promise<void> {
  await boss.work<RunJob>(
    queue,
    { batchSize: 1, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 2 },
    async ([job]) => {
      if (job !== undefined) await goOn(job.data.merchantId)
    },
  )
}
