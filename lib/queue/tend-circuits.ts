import { endBacklog, findProbe, takePortion } from '#lib/db/backlog.ts'
import { listDueCircuits, saveCircuit, takeDueCircuit } from '#lib/db/circuits.ts'
import { type Db, inTransaction, prisma } from '#lib/db/client.ts'
import { type Circuit, HEALTHY_CIRCUIT, withProbe } from '#lib/domain/circuit.ts'
import { env } from '#lib/env.ts'
import { logger } from '#lib/logger.ts'
import { enqueueTransmissions } from './boss.ts'
import { PORTION_EVERY_MS } from './start-draining.ts'

/**
 * Gives their jobs to the one message that is tried where nobody answers, and
 * to the next portion of what piled up where somebody answers again. Whatever
 * the number of processes that call it, each probe and each portion goes out once.
 */
export async function tendCircuits(now: Date): Promise<void> {
  for (const merchantId of await listDueCircuits(prisma(), now))
    await inTransaction((db) => tend(db, merchantId, now))
}

async function tend(db: Db, merchantId: string, now: Date): Promise<void> {
  const circuit = await takeDueCircuit(db, merchantId, now)
  if (circuit?.state === 'open') await startProbe(db, merchantId, circuit, now)
  if (circuit?.state === 'draining') await sendPortion(db, merchantId, circuit, now)
}

async function startProbe(db: Db, merchantId: string, circuit: Circuit, now: Date): Promise<void> {
  const id = await findProbe(db, merchantId)
  if (id === null) return
  await saveCircuit(db, merchantId, withProbe(circuit, id, now))
  await enqueueTransmissions(db, [{ id, merchantId, isHistory: false, at: null }])
  logger.info({ merchantId, id }, 'circuit.probed')
}

async function sendPortion(db: Db, merchantId: string, circuit: Circuit, now: Date): Promise<void> {
  const portion = await takePortion(db, merchantId, env.DRAIN_PER_SECOND)
  await enqueueTransmissions(
    db,
    portion.map((one) => ({ ...one, merchantId, at: null })),
  )
  if (portion.length > 0) {
    const nextAt = new Date(now.getTime() + PORTION_EVERY_MS)
    await saveCircuit(db, merchantId, { ...circuit, nextAt })
    return
  }
  await endBacklog(db, merchantId)
  const { failureCount, failingSince } = circuit
  await saveCircuit(db, merchantId, { ...HEALTHY_CIRCUIT, failureCount, failingSince })
  logger.info({ merchantId }, 'backlog.drained')
}
