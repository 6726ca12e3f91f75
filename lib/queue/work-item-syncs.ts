import type { PgBoss } from 'pg-boss'
import { ITEM_SYNC_QUEUE, type ItemSyncJob } from './boss.ts'

/** Takes one sync at a time, since UltraCart allows one call at a time, and has it go on by a page. */
export async function workItemSyncs(
  boss: PgBoss,
  goOn: (merchantId: string) => Promise<void>,
): Promise<void> {
  await boss.work<ItemSyncJob>(
    ITEM_SYNC_QUEUE,
    { batchSize: 1, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 2 },
    async ([job]) => {
      if (job !== undefined) await goOn(job.data.merchantId)
    },
  )
}
