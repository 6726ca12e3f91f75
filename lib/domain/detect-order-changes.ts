import { detectRefunds } from './detect-refunds.ts'
import { judgeSale } from './judge-sale.ts'
import {
  type Change,
  type Detection,
  type KnownOrder,
  type KnownTelling,
  type Standing,
  toTelling,
} from './known-state.ts'
import { mergeOrder } from './merge-order.ts'
import type { RelayPolicy } from './relay-policy.ts'
import { formatSaleDelay } from './sale-delay.ts'
import type { OrderSnapshot } from './snapshot.ts'
import type { OrderPaid } from './store-event.ts'

/**
 * Compares an order snapshot with what was already told and returns what is
 * new: the sale (once ever), refunds as differences, and holds that ended.
 * The same snapshot twice changes nothing.
 */
export function detectOrderChanges(
  known: KnownOrder,
  incoming: OrderSnapshot,
  policy: RelayPolicy,
): Detection<KnownOrder> {
  const snapshot = mergeOrder(known.snapshot, incoming)
  const afterSale = detectSale({ ...known, snapshot }, snapshot, policy)
  const afterRefunds = detectRefunds(afterSale.known, snapshot, policy)
  return { known: afterRefunds.known, changes: [...afterSale.changes, ...afterRefunds.changes] }
}

function detectSale(
  known: KnownOrder,
  snapshot: OrderSnapshot,
  policy: RelayPolicy,
): Detection<KnownOrder> {
  if (isSettled(known.sale) || isOnlyARefundNotice(known, snapshot)) return { known, changes: [] }
  const standing = saleStanding(snapshot, policy)
  if (known.sale !== null && isSameStanding(known.sale, standing)) return { known, changes: [] }
  const newPosition = known.lastPosition + 1
  const event: OrderPaid = { kind: 'order-paid', order: snapshot, isRebill: isRebill(snapshot) }
  const change: Change =
    known.sale === null
      ? { kind: 'add', position: newPosition, event, standing }
      : { kind: 'revise', position: known.sale.position, newPosition, event, standing }
  const sale = toTelling(newPosition, standing)
  return { known: { ...known, sale, lastPosition: newPosition }, changes: [change] }
}

/** Told once, told by the buyer's browser, or erased: later snapshots cannot make it due again. */
function isSettled(sale: KnownTelling | null): boolean {
  const code = sale?.reason?.code
  return sale?.standing === 'told' || code === 'pixel-method' || code === 'erased'
}

/**
 * UltraCart tells a sale and its refund by events of their own. A refund of an
 * order that was never seen is no sale: either the order is older than the
 * connection, or its own event is still on the way and will bring the sale.
 */
function isOnlyARefundNotice(known: KnownOrder, snapshot: OrderSnapshot): boolean {
  return known.sale === null && snapshot.eventName === 'order_refund' && hasRefund(snapshot)
}

function hasRefund(snapshot: OrderSnapshot): boolean {
  return (snapshot.totals?.refunded.totalCents ?? 0) > 0
}

function saleStanding(snapshot: OrderSnapshot, policy: RelayPolicy): Standing {
  const judgement = judgeSale(snapshot, policy.rules)
  if (judgement.kind !== 'due') return { status: judgement.kind, reason: judgement.reason }
  if (policy.method === 'api') return queuedBehindPixel(snapshot, policy)
  return {
    status: 'skipped',
    reason: {
      code: 'pixel-method',
      text: 'Partner Tracking Pixel method: the buyer’s browser tells ONTRAPORT of the sale',
    },
  }
}

/**
 * A contact that the API makes never gets a first referrer, so the receipt's
 * pixel has to reach ONTRAPORT before the sale. A rebill has no receipt.
 */
function queuedBehindPixel(snapshot: OrderSnapshot, { rules }: RelayPolicy): Standing {
  if (rules.attributeByPixel === 'off' || isRebill(snapshot)) return { status: 'queued' }
  const seconds = rules.saleDelaySeconds
  const text = `Waits ${formatSaleDelay(seconds)} so that the pixel can attribute the partner first`
  return { status: 'queued', wait: { seconds, reason: { code: 'pixel-first', text } } }
}

/** A rebill is an order made by an auto order that began with another order. */
export function isRebill(order: OrderSnapshot): boolean {
  const original = order.autoOrder?.originalOrderId ?? ''
  return original !== '' && original !== order.orderId
}

function isSameStanding(telling: KnownTelling, standing: Standing): boolean {
  return (
    standing.status !== 'queued' &&
    telling.standing === standing.status &&
    telling.reason?.text === standing.reason.text
  )
}
