import { ensureCircuits, lockCircuits, saveCircuit } from '#lib/db/circuits.ts'
import type { Db } from '#lib/db/client.ts'
import { HEALTHY_CIRCUIT } from '#lib/domain/circuit.ts'

/** A portion is `DRAIN_PER_SECOND` messages of one merchant. */
export const PORTION_EVERY_MS = 1_000

/** Lets what waits in a merchant's backlog go out in portions, with the caller's transaction. */
export async function startDraining(db: Db, merchantId: string, now: Date): Promise<void> {
  await ensureCircuits(db, [merchantId])
  const nextAt = new Date(now.getTime() + PORTION_EVERY_MS)
  const circuit = (await lockCircuits(db, [merchantId])).get(merchantId) ?? HEALTHY_CIRCUIT
  if (circuit.state === 'closed')
    await saveCircuit(db, merchantId, { ...circuit, state: 'draining', nextAt })
}
