import { setTimeout as pause } from 'node:timers/promises'
import { prisma } from '#lib/db/client.ts'
import { findKnown } from '#lib/db/streams.ts'
import { judgePixel } from '#lib/domain/judge-pixel.ts'
import type { SaleJudgement } from '#lib/domain/judge-sale.ts'
import { isBuyersEmail } from '#lib/domain/pixel.ts'
import type { OrderSnapshot } from '#lib/domain/snapshot.ts'
import { orderKeyOf, type Receipt } from './receipt.ts'

/** `isKnown` is for the merchant's log alone: the caller must not learn it. */
export type Proof =
  | { kind: 'proven'; order: OrderSnapshot; judgement: SaleJudgement }
  | { kind: 'unproven'; isKnown: boolean }

const LOOK_EVERY_MS = 300
const MOST_WAITING = 200
let waiting = 0

/**
 * Looks whether the caller brought the email of the order's buyer. A receipt is
 * often shown before UltraCart's webhook has come, so this waits for it a
 * while. It waits just as long for an order that is known and not proven, so
 * the delay tells nothing of an order either.
 */
export async function awaitProof(
  receipt: Receipt,
  { patienceMs, now }: { patienceMs: number; now: Date },
): Promise<Proof> {
  let leftMs = canWait(receipt) ? patienceMs : 0
  waiting += 1
  try {
    for (;;) {
      const proof = await look(receipt, now)
      if (leftMs <= 0 || (proof.kind === 'proven' && proof.judgement.kind !== 'held')) return proof
      await pause(Math.min(LOOK_EVERY_MS, leftMs))
      leftMs -= LOOK_EVERY_MS
    }
  } finally {
    waiting -= 1
  }
}

/** Attribution needs nothing of the order, and without an email no webhook can prove anything. */
function canWait({ form, call }: Receipt): boolean {
  return form === 'sale' && call.email !== null && waiting < MOST_WAITING
}

async function look(receipt: Receipt, now: Date): Promise<Proof> {
  const { form, call, connection } = receipt
  const known = await findKnown(prisma(), orderKeyOf(receipt))
  const order = known?.kind === 'order' ? known.snapshot : null
  if (order === null || !isBuyersEmail(order, call.email))
    return { kind: 'unproven', isKnown: order !== null }
  return {
    kind: 'proven',
    order,
    judgement: judgePixel(order, { form, rules: connection.rules, now }),
  }
}
