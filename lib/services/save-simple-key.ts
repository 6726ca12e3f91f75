import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { saveConnection } from '#lib/db/connections.ts'
import { inUltraCartTurn } from '#lib/db/ultracart-turn.ts'
import type { Access } from '#lib/domain/access.ts'
import type { SimpleKeyTest } from '#lib/domain/item-sync.ts'
import type { TurnResult } from '#lib/domain/ultracart-turn.ts'
import { env } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { hintOf } from '#lib/secrets.ts'
import { itemsCall, readItemsPage } from '#lib/ultracart/read-items-page.ts'
import { callUltraCart, type RestAnswer } from '#lib/ultracart/rest-client.ts'

const PATIENCE_MS = 10_000

/**
 * Tries a simple key with one small call and keeps it, encrypted, unless
 * UltraCart turned it away or it is another store's. While UltraCart cannot
 * be asked it is kept untried. `malformed` for what cannot be a key.
 */
export async function saveSimpleKey(
  access: Access,
  { simpleKey }: { simpleKey: string },
): Promise<SimpleKeyTest> {
  requireDeed(access, 'edit')
  const key = readKey(simpleKey)
  const { merchantId, actor } = access
  const result = await inUltraCartTurn(
    () =>
      callUltraCart({
        ...itemsCall({ offset: 0, since: null, limit: 1 }),
        baseUrl: env.ULTRACART_URL,
        simpleKey: key,
      }),
    { patienceMs: PATIENCE_MS },
  )
  const test = judge(result, merchantId)
  if (!test.isSaved) return test
  await inTransaction(async (db) => {
    await saveConnection(db, merchantId, { simpleKey: key })
    await insertAuditEntry(db, {
      merchantId,
      actor,
      action: 'simple-key.saved',
      details: { hint: hintOf(key), isAccepted: test.isAccepted },
    })
  })
  return test
}

function readKey(given: string): string {
  const key = given.trim()
  if (/^[\x21-\x7e]{8,200}$/.test(key)) return key
  throw new AppError('malformed', 'A simple key is one word of letters and digits, mostly 64 long.')
}

function judge(result: TurnResult<RestAnswer>, merchantId: string): SimpleKeyTest {
  if (result.kind === 'wait')
    return untried('UltraCart allows no further call just now, so the key was not tried.')
  const answer = result.value
  switch (answer.kind) {
    case 'answered':
      return judgeAnswer(answer.body, merchantId)
    case 'refused':
      return { isSaved: false, isAccepted: false, message: `${answer.reason} ${NOT_SAVED}` }
    case 'throttled':
    case 'unavailable':
      return untried(answer.reason)
  }
}

const NOT_SAVED = 'This key was not saved. It needs the permission to read items.'

function judgeAnswer(body: Record<string, unknown>, merchantId: string): SimpleKeyTest {
  try {
    readItemsPage(body, { merchantId, offset: 0 })
    return { isSaved: true, isAccepted: true, message: 'UltraCart accepted the key. It is saved.' }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const message = `${error.publicMessage} This key was not saved.`
    return { isSaved: false, isAccepted: false, message }
  }
}

function untried(reason: string): SimpleKeyTest {
  return {
    isSaved: true,
    isAccepted: false,
    message: `${reason} The key is saved; the next sync will show whether it works.`,
  }
}
