import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction, prisma } from '#lib/db/client.ts'
import { type AppCredentials, type Connection, getConnection } from '#lib/db/connections.ts'
import { awaitCallTurn } from '#lib/db/ontraport-turn.ts'
import type { Access } from '#lib/domain/access.ts'
import { checkApiKey } from '#lib/domain/account-fields.ts'
import { readApiKey } from '#lib/domain/api-key.ts'
import { provesAlive } from '#lib/domain/circuit.ts'
import type { ConnectionTest } from '#lib/domain/connection.ts'
import { env } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { requireFields } from '#lib/field-check.ts'
import { accessOf, accountName } from '#lib/ontraport/rest/account.ts'
import { testAccess } from '#lib/ontraport/rest/test-access.ts'
import { type KeyTest, testKey } from '#lib/ontraport/test-key.ts'
import { resumeConnection } from '#lib/queue/resume-connection.ts'
import { noteAnswer } from '#lib/queue/settle-circuits.ts'

/**
 * Tries a key at ONTRAPORT, the saved one when `apiKey` is null, and says what
 * came back. When a saved key is answered and not turned away, the connection's
 * pause ends, and what waited goes out; so does what waited for ONTRAPORT to answer at all. `malformed` when there is no key to test or it cannot be one.
 */
export async function testConnection(
  access: Access,
  { apiKey }: { apiKey: string | null },
): Promise<ConnectionTest> {
  requireDeed(access, 'edit')
  if (apiKey !== null) return testGivenKey(readApiKey(apiKey))
  const connection = await getConnection(prisma(), access.merchantId)
  const { verdict, ...test } = await testSaved(connection)
  const isHeard = provesAlive(test.responseCode) && (await noteAnswerFor(access))
  const isUsable = verdict !== 'turned-away' && test.responseCode !== null
  if (!isUsable || connection.pausedAt === null)
    return isHeard ? { ...test, message: `${test.message} What waited goes out now.` } : test
  await endPause(access)
  return { ...test, message: `${test.message} The pause is over; what waited goes out now.` }
}

function testSaved({
  way,
  app,
  apiKey,
}: Connection): Promise<ConnectionTest & Pick<KeyTest, 'verdict'>> {
  if (way === 'rest' && app !== null) return testApp(app)
  if (way === 'receiver' && apiKey !== null) return testGivenKey(apiKey)
  throw new AppError('malformed', 'There is no key to test: enter the key from ONTRAPORT first.')
}

async function testApp(app: AppCredentials): Promise<ConnectionTest & Pick<KeyTest, 'verdict'>> {
  const opened = accessOf(app)
  const found = await testAccess(opened, () => awaitCallTurn(prisma(), accountName(opened)))
  return { ...found, isAccepted: found.verdict === 'accepted' }
}

async function testGivenKey(apiKey: string): Promise<ConnectionTest & Pick<KeyTest, 'verdict'>> {
  requireFields(checkApiKey(apiKey))
  const found = await testKey({ apiKey, baseUrl: env.ONTRAPORT_URL })
  return { ...found, isAccepted: found.verdict === 'accepted' }
}

async function noteAnswerFor({ merchantId }: Access): Promise<boolean> {
  return inTransaction((db) => noteAnswer(db, merchantId, new Date()))
}

async function endPause({ merchantId, actor }: Access): Promise<void> {
  await inTransaction(async (db) => {
    await resumeConnection(db, merchantId)
    await insertAuditEntry(db, { merchantId, actor, action: 'connection.resumed' })
  })
}
