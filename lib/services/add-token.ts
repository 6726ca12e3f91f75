import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { countTokens, insertToken } from '#lib/db/tokens.ts'
import type { Access } from '#lib/domain/access.ts'
import { checkTokenName } from '#lib/domain/account-fields.ts'
import { AppError } from '#lib/errors.ts'
import { requireFields } from '#lib/field-check.ts'
import { makeSecret } from '#lib/secrets.ts'

/** So that a leaked token is recognised as ours by whoever finds it. */
const TOKEN_PREFIX = 'relay_'
const MOST_TOKENS = 100

/**
 * Makes a token for the merchant's data; only its hash is kept, so it is in the
 * answer this once. `malformed` for a name that will not do, `conflict` when
 * there are too many.
 */
export async function addToken(
  access: Access,
  given: { name: string },
): Promise<{ merchantId: string; name: string; token: string }> {
  requireDeed(access, 'own')
  requireFields(checkTokenName(given.name))
  const name = given.name.trim()
  const token = `${TOKEN_PREFIX}${makeSecret()}`
  const { merchantId, actor } = access
  await inTransaction(async (db) => {
    if ((await countTokens(db, merchantId)) >= MOST_TOKENS)
      throw new AppError('conflict', `There are ${MOST_TOKENS} tokens already: revoke one first.`)
    await insertToken(db, { merchantId, name, token, madeBy: actor })
    await insertAuditEntry(db, { merchantId, actor, action: 'token.added', details: { name } })
  })
  return { merchantId, name, token }
}
