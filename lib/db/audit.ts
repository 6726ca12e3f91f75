import { newId } from '#lib/ids.ts'
import type { Db } from './client.ts'

/** Who did what, for which merchant. `details` holds no secret. */
export type AuditEntry = {
  merchantId: string | null
  actor: string
  /** `noun.past-verb`, such as `connection.changed`. */
  action: string
  details?: Record<string, string | number | boolean | null | string[]>
}

/** Written in the transaction of the change, so that there is never one without the other. */
export async function insertAuditEntry(db: Db, entry: AuditEntry): Promise<void> {
  await db.auditEntry.create({
    data: {
      id: newId(),
      merchantId: entry.merchantId,
      actor: entry.actor,
      action: entry.action,
      details: entry.details ?? {},
    },
  })
}
