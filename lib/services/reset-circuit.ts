import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { lockCircuits, saveCircuit } from '#lib/db/circuits.ts'
import { inTransaction } from '#lib/db/client.ts'
import type { Access } from '#lib/domain/access.ts'
import { HEALTHY_CIRCUIT, resetAllowedAt } from '#lib/domain/circuit.ts'
import { AppError } from '#lib/errors.ts'

/**
 * Has one message tried at once while ONTRAPORT does not answer, and the waits
 * between tries begin anew; the rest goes on waiting until it answers. Throws
 * `AppError`: `conflict` when it does answer, when one is being tried right
 * now, or when the last such wish is less than a minute old.
 */
export async function resetCircuit(access: Access, now: Date = new Date()): Promise<void> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  await inTransaction(async (db) => {
    const circuit = (await lockCircuits(db, [merchantId])).get(merchantId) ?? HEALTHY_CIRCUIT
    if (circuit.state !== 'open')
      throw new AppError('conflict', 'Nothing is held back: ONTRAPORT answers.')
    const allowedAt = resetAllowedAt(circuit, now)
    if (allowedAt === null)
      throw new AppError('conflict', 'A message is being tried right now; wait for its outcome.')
    if (allowedAt > now)
      throw new AppError('conflict', 'A message was tried a moment ago; wait a minute.')
    await saveCircuit(db, merchantId, { ...circuit, cooldownStep: 0, nextAt: now, resetAt: now })
    await insertAuditEntry(db, { merchantId, actor, action: 'circuit.reset' })
  })
}
