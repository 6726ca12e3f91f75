import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { getMerchant } from '#lib/db/merchants.ts'
import { insertToken } from '#lib/db/tokens.ts'
import { OPERATOR } from '#lib/domain/access.ts'
import { checkTokenName } from '#lib/domain/account-fields.ts'
import { requireFields } from '#lib/field-check.ts'
import { makeSecret } from '#lib/secrets.ts'

/** So that a leaked token is recognised as ours by whoever finds it. */
const TOKEN_PREFIX = 'relay_'

/**
 * Makes a token for one merchant's data, for the operator; only its hash is kept,
 * so it is in the answer this once. `not-found` for an unknown merchant.
 */
export async function addToken({
  merchantId,
  name,
}: {
  merchantId: string
  name: string
}): Promise<{ merchantId: string; name: string; token: string }> {
  requireFields(checkTokenName(name))
  const token = `${TOKEN_PREFIX}${makeSecret()}`
  await inTransaction(async (db) => {
    await getMerchant(db, merchantId)
    await insertToken(db, { merchantId, name, token })
    await insertAuditEntry(db, {
      merchantId,
      actor: OPERATOR,
      action: 'token.added',
      details: { name },
    })
  })
  return { merchantId, name, token }
}
