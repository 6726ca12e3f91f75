import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { saveConnection } from '#lib/db/connections.ts'
import { ultraCartTurn } from '#lib/db/ultracart-turn.ts'
import type { Access } from '#lib/domain/access.ts'
import { judgeSimpleKey, type SimpleKeyTest } from '#lib/domain/simple-key.ts'
import { env } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { hintOf } from '#lib/secrets.ts'
import { probeKey } from '#lib/ultracart/probe-key.ts'

/**
 * Tries a simple key with one small call for each feature that uses it and
 * keeps it, encrypted, unless UltraCart turned it away, it is another store's,
 * or it may do nothing that is needed here. The message says which permission
 * is missing for what. While UltraCart cannot be asked the key is kept
 * untried. `malformed` for what cannot be a key.
 */
export async function saveSimpleKey(
  access: Access,
  given: { simpleKey: string },
): Promise<SimpleKeyTest> {
  requireDeed(access, 'edit')
  const simpleKey = readKey(given.simpleKey)
  const { merchantId, actor } = access
  const findings = await probeKey(
    { baseUrl: env.ULTRACART_URL, simpleKey },
    { merchantId, turn: ultraCartTurn },
  )
  const test = judgeSimpleKey(findings)
  if (!test.isSaved) return test
  await inTransaction(async (db) => {
    await saveConnection(db, merchantId, { simpleKey })
    await insertAuditEntry(db, {
      merchantId,
      actor,
      action: 'simple-key.saved',
      details: {
        hint: hintOf(simpleKey),
        ...Object.fromEntries(findings.map(({ permission, kind }) => [permission, kind])),
      },
    })
  })
  return test
}

function readKey(given: string): string {
  const key = given.trim()
  if (/^[\x21-\x7e]{8,200}$/.test(key)) return key
  throw new AppError('malformed', 'A simple key is one word of letters and digits, mostly 64 long.')
}
