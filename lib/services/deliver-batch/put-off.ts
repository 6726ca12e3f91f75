import { moveToBacklog } from '#lib/db/backlog.ts'
import { inTransaction } from '#lib/db/client.ts'
import type { SendableTransmission } from '#lib/db/transmissions.ts'
import { startDraining } from '#lib/queue/start-draining.ts'

/** Has these wait in the backlog, which goes out in portions, now or once somebody answers. */
export async function putOff(rows: readonly SendableTransmission[]): Promise<void> {
  if (rows.length === 0) return
  const merchantIds = [...new Set(rows.map((row) => row.merchantId))].sort()
  await inTransaction(async (db) => {
    for (const merchantId of merchantIds) await startDraining(db, merchantId, new Date())
    await moveToBacklog(
      db,
      rows.map((row) => row.id),
    )
  })
}
