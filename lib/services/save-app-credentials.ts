import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction, prisma } from '#lib/db/client.ts'
import { getConnection, saveConnection } from '#lib/db/connections.ts'
import { awaitCallTurn } from '#lib/db/ontraport-turn.ts'
import type { Access } from '#lib/domain/access.ts'
import { checkApiKey, checkAppId } from '#lib/domain/account-fields.ts'
import type { ConnectionTest } from '#lib/domain/connection.ts'
import { requireFields } from '#lib/field-check.ts'
import { accessOf, accountName } from '#lib/ontraport/rest/account.ts'
import { testAccess } from '#lib/ontraport/rest/test-access.ts'
import { useWay } from '#lib/queue/use-way.ts'
import { hintOf } from '#lib/secrets.ts'

/**
 * Tests an App ID and key of ONTRAPORT's documented API and, when they pass,
 * keeps them. With `isUsedNow`, or where messages go by the API already, they
 * go by these from now on, and what waited goes out; else the way stays, so
 * that the products can be checked first. Nothing is changed when they do not
 * pass. `malformed` for what cannot be either.
 */
export async function saveAppCredentials(
  access: Access,
  given: { appId: string; key: string; isUsedNow: boolean },
): Promise<ConnectionTest> {
  requireDeed(access, 'edit')
  const app = { appId: given.appId.trim(), key: given.key.trim() }
  requireFields(checkAppId(app.appId), checkApiKey(app.key))
  const opened = accessOf(app)
  const { verdict, message, responseCode } = await testAccess(opened, () =>
    awaitCallTurn(prisma(), accountName(opened)),
  )
  if (verdict !== 'accepted')
    return { isAccepted: false, responseCode, message: `${message} Nothing was saved.` }
  const { merchantId, actor } = access
  const isUsed = await inTransaction(async (db) => {
    const { way } = await getConnection(db, merchantId)
    const goesByThese = given.isUsedNow || way === 'rest'
    if (goesByThese) await useWay(db, merchantId, { way: 'rest', app, now: new Date() })
    else await saveConnection(db, merchantId, { app })
    await insertAuditEntry(db, {
      merchantId,
      actor,
      action: 'app-credentials.saved',
      details: { hint: hintOf(app.appId) },
    })
    return goesByThese
  })
  const next = isUsed
    ? 'Messages go by ONTRAPORT’s API now.'
    : 'Nothing goes by it yet: check the products, then choose it.'
  return { isAccepted: true, responseCode, message: `${message} ${next}` }
}
