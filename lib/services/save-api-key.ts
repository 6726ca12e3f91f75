import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { type Db, inTransaction } from '#lib/db/client.ts'
import { findConnection, saveConnection } from '#lib/db/connections.ts'
import type { Access } from '#lib/domain/access.ts'
import { checkApiKey } from '#lib/domain/account-fields.ts'
import { readApiKey } from '#lib/domain/api-key.ts'
import { provesAlive } from '#lib/domain/circuit.ts'
import type { ConnectionTest } from '#lib/domain/connection.ts'
import { env } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { requireFields } from '#lib/field-check.ts'
import { testKey } from '#lib/ontraport/test-key.ts'
import { resumeConnection } from '#lib/queue/resume-connection.ts'
import { noteAnswer } from '#lib/queue/settle-circuits.ts'
import { hintOf } from '#lib/secrets.ts'

/**
 * Tests a key and saves it unless ONTRAPORT turned it away. Any answer that does
 * not turn it away ends the connection's pause and releases what waited: a
 * receiver may dislike the empty test document, and a bad key pauses again at
 * the first message. While ONTRAPORT gives no answer the key is saved, so that
 * the set-up can go on, and a pause stays. The key may come as a whole receiver
 * address. `malformed` for what cannot be a key.
 */
export async function saveApiKey(
  access: Access,
  { apiKey }: { apiKey: string },
): Promise<ConnectionTest> {
  requireDeed(access, 'edit')
  const key = readApiKey(apiKey)
  requireFields(checkApiKey(key))
  const { verdict, message, responseCode } = await testKey({
    apiKey: key,
    baseUrl: env.ONTRAPORT_URL,
  })
  const isAccepted = verdict === 'accepted'
  if (verdict === 'turned-away')
    return { isAccepted, responseCode, message: `${message} This key was not saved.` }
  const isAnswered = responseCode !== null
  const isPaused = await inTransaction((db) =>
    keepKey(db, access, { key, isAnswered, isAlive: provesAlive(responseCode) }),
  )
  return { isAccepted, responseCode, message: `${message} ${describeSaved(isAccepted, isPaused)}` }
}

/** Saves the key and says whether the connection is still paused. */
async function keepKey(
  db: Db,
  { merchantId, actor }: Access,
  { key, isAnswered, isAlive }: { key: string; isAnswered: boolean; isAlive: boolean },
): Promise<boolean> {
  const connection = await findConnection(db, merchantId)
  if (connection === null) throw new AppError('not-found', 'This merchant has no connection.')
  await saveConnection(db, merchantId, { apiKey: key })
  if (isAlive) await noteAnswer(db, merchantId, new Date())
  const staysPaused = connection.pausedAt !== null && !isAnswered
  // Also without a pause: what arrived before the first key waits for its job.
  if (!staysPaused) await resumeConnection(db, merchantId)
  await insertAuditEntry(db, {
    merchantId,
    actor,
    action: 'api-key.saved',
    details: { hint: hintOf(key), isAnswered },
  })
  return staysPaused
}

function describeSaved(isAccepted: boolean, isPaused: boolean): string {
  if (isAccepted) return 'The key is saved.'
  return isPaused
    ? 'The key is saved, and the connection stays paused: test it again in a while; sending goes on once it passes.'
    : 'The key is saved: test it again in a while.'
}
