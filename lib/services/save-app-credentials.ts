import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import type { Access } from '#lib/domain/access.ts'
import { checkApiKey, checkAppId } from '#lib/domain/account-fields.ts'
import type { ConnectionTest } from '#lib/domain/connection.ts'
import { env } from '#lib/env.ts'
import { requireFields } from '#lib/field-check.ts'
import { testAccess } from '#lib/ontraport/rest/test-access.ts'
import { useWay } from '#lib/queue/use-way.ts'
import { hintOf } from '#lib/secrets.ts'

/**
 * Tests an App ID and key of ONTRAPORT's documented API and, when they pass,
 * keeps them and sends by that way from now on: what waited goes out. Nothing
 * is changed when they do not pass. `malformed` for what cannot be either.
 */
export async function saveAppCredentials(
  access: Access,
  given: { appId: string; key: string },
): Promise<ConnectionTest> {
  requireDeed(access, 'edit')
  const app = { appId: given.appId.trim(), key: given.key.trim() }
  requireFields(checkAppId(app.appId), checkApiKey(app.key))
  const { verdict, message, responseCode } = await testAccess({
    baseUrl: env.ONTRAPORT_API_URL,
    ...app,
  })
  if (verdict !== 'accepted')
    return { isAccepted: false, responseCode, message: `${message} Nothing was saved.` }
  const { merchantId, actor } = access
  await inTransaction(async (db) => {
    await useWay(db, merchantId, { way: 'rest', app, now: new Date() })
    await insertAuditEntry(db, {
      merchantId,
      actor,
      action: 'app-credentials.saved',
      details: { hint: hintOf(app.appId) },
    })
  })
  return {
    isAccepted: true,
    responseCode,
    message: `${message} Messages go by ONTRAPORT’s API now.`,
  }
}
