import { ensureCircuits, lockCircuits, saveCircuit } from '#lib/db/circuits.ts'
import type { Sql } from '#lib/db/pipeline.ts'
import type { SendableTransmission } from '#lib/db/transmissions.ts'
import { afterEvidence, type Circuit, type Evidence, HEALTHY_CIRCUIT } from '#lib/domain/circuit.ts'

type Row = Pick<SendableTransmission, 'merchantId' | 'streamKind'>

export type CircuitChange = {
  merchantId: string
  event: 'circuit.opened' | 'circuit.closed'
  silentSince: Date | null
}

export type SettledCircuits = {
  /** Whether nobody answers this transmission's merchant now. */
  openFor: (transmission: Row) => boolean
  changes: CircuitChange[]
}

/** Brings the circuits up to what these attempts tell, with the caller's transaction, and keeps them locked. */
export async function settleCircuits(
  db: Sql,
  ended: readonly { transmission: Row; evidence: Evidence | null }[],
): Promise<SettledCircuits> {
  const evidence = byMerchant(ended)
  const failing = [...evidence].filter(([, all]) => all.some((one) => !one.isAlive))
  await ensureCircuits(
    db,
    failing.map(([merchantId]) => merchantId),
  )
  const circuits = await lockCircuits(db, [...evidence.keys()])
  const changes: CircuitChange[] = []
  for (const [merchantId, before] of circuits) {
    const after = fold(before, evidence.get(merchantId) ?? [])
    if (after !== before) await saveCircuit(db, merchantId, after)
    circuits.set(merchantId, after)
    changes.push(...changeOf(merchantId, before, after))
  }
  return {
    openFor: ({ merchantId, streamKind }) =>
      circuits.get(merchantId)?.state === 'open' && !streamKind.startsWith('sandbox-'),
    changes,
  }
}

/** Takes note, with the caller's transaction, that the receiver answered outside of an attempt; says whether that closed the circuit. */
export async function noteAnswer(db: Sql, merchantId: string, now: Date): Promise<boolean> {
  const circuit = (await lockCircuits(db, [merchantId])).get(merchantId) ?? HEALTHY_CIRCUIT
  if (circuit.state !== 'open') return false
  await saveCircuit(db, merchantId, { ...HEALTHY_CIRCUIT, state: 'draining', nextAt: now })
  return true
}

function byMerchant(
  ended: readonly { transmission: Row; evidence: Evidence | null }[],
): Map<string, Evidence[]> {
  const groups = Map.groupBy(ended, ({ transmission }) => transmission.merchantId)
  return new Map(
    [...groups].map(([merchantId, all]) => [
      merchantId,
      all.flatMap(({ evidence }) => (evidence === null ? [] : [evidence])),
    ]),
  )
}

/** In the order in which the attempts ended. */
function fold(circuit: Circuit, evidence: readonly Evidence[]): Circuit {
  return evidence
    .toSorted((left, right) => left.at.getTime() - right.at.getTime())
    .reduce((current, one) => afterEvidence(current, one, Math.random()), circuit)
}

function changeOf(merchantId: string, before: Circuit, after: Circuit): CircuitChange[] {
  const isOpen = after.state === 'open'
  if (isOpen === (before.state === 'open')) return []
  const silentSince = isOpen ? after.failingSince : before.failingSince
  return [{ merchantId, event: isOpen ? 'circuit.opened' : 'circuit.closed', silentSince }]
}
