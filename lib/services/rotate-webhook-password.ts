import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { replaceWebhookPassword } from '#lib/db/connections.ts'
import type { Access } from '#lib/domain/access.ts'
import { makeSecret } from '#lib/secrets.ts'

const PREVIOUS_VALID_MS = 24 * 60 * 60_000

/** Makes a new webhook password and answers it. The one before stays valid for 24 hours, so that UltraCart can be changed in peace. */
export async function rotateWebhookPassword(
  access: Access,
  now: Date = new Date(),
): Promise<{ webhookPassword: string }> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  const webhookPassword = makeSecret()
  const previousValidUntil = new Date(now.getTime() + PREVIOUS_VALID_MS)
  await inTransaction(async (db) => {
    await replaceWebhookPassword(db, merchantId, { password: webhookPassword, previousValidUntil })
    await insertAuditEntry(db, {
      merchantId,
      actor,
      action: 'webhook-password.rotated',
      details: { previousValidUntil: previousValidUntil.toISOString() },
    })
  })
  return { webhookPassword }
}
