import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction } from '#lib/db/client.ts'
import { findConnection, saveConnection } from '#lib/db/connections.ts'
import type { Access } from '#lib/domain/access.ts'
import type { SandboxAnswer } from '#lib/domain/sandbox.ts'
import { AppError } from '#lib/errors.ts'
import { resumeConnection } from '#lib/queue/resume-connection.ts'

/**
 * Chooses what the sandbox answers from now on. Any answer but 403 ends the
 * pause that a 403 of the sandbox made, as a fresh key does live.
 */
export async function setSandboxAnswer(access: Access, answer: SandboxAnswer): Promise<void> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  await inTransaction(async (db) => {
    const connection = await findConnection(db, merchantId)
    if (connection === null) throw new AppError('not-found', 'This merchant has no connection.')
    await saveConnection(db, merchantId, { sandboxAnswer: answer })
    if (connection.isSandbox && answer !== '403') await resumeConnection(db, merchantId)
    await insertAuditEntry(db, {
      merchantId,
      actor,
      action: 'sandbox.changed',
      details: { answer },
    })
  })
}
