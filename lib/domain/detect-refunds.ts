import {
  type Change,
  type Detection,
  type KnownOrder,
  type KnownRefund,
  type Standing,
  toTelling,
} from './known-state.ts'
import { addRefunded, NOTHING, type Refunded, refundedSoFar, subtractRefunded } from './refunded.ts'
import type { RelayPolicy } from './relay-policy.ts'
import type { OrderSnapshot } from './snapshot.ts'
import type { OrderRefunded } from './store-event.ts'
import type { Reason } from './transmission.ts'

/**
 * Snapshots carry running totals; the part that no transmission has accounted
 * for is one refund. Refunds that were skipped since their order had not been
 * relayed come back, behind the sale, once it is.
 */
export function detectRefunds(
  known: KnownOrder,
  snapshot: OrderSnapshot,
  policy: RelayPolicy,
): Detection<KnownOrder> {
  const revived = reviveRefunds(known, snapshot, policy)
  const added = addRefund(revived.known, snapshot, policy)
  return { known: added.known, changes: [...revived.changes, ...added.changes] }
}

function reviveRefunds(
  known: KnownOrder,
  snapshot: OrderSnapshot,
  policy: RelayPolicy,
): Detection<KnownOrder> {
  if (known.sale?.standing !== 'told') return { known, changes: [] }
  let lastPosition = known.lastPosition
  const changes: Change[] = []
  const refunds = known.refunds.map((refund): KnownRefund => {
    if (refund.reason?.code !== 'never-relayed') return refund
    lastPosition += 1
    const event = toEvent(snapshot, refund)
    const standing = refundStanding(known, event, policy)
    changes.push({
      kind: 'revise',
      position: refund.position,
      newPosition: lastPosition,
      event,
      standing,
    })
    return { ...refund, ...toTelling(lastPosition, standing) }
  })
  return { known: { ...known, refunds, lastPosition }, changes }
}

function addRefund(
  known: KnownOrder,
  snapshot: OrderSnapshot,
  policy: RelayPolicy,
): Detection<KnownOrder> {
  const current = refundedSoFar(snapshot)
  const seen = known.refunds.at(-1)?.runningTotalCents ?? 0
  if (current.refunded.totalCents <= seen) return { known, changes: [] }
  const refund = subtractRefunded(current, accountedFor(known))
  const position = known.lastPosition + 1
  const event = toEvent(snapshot, refund)
  const standing = refundStanding(known, event, policy)
  const telling: KnownRefund = {
    ...refund,
    ...toTelling(position, standing),
    runningTotalCents: current.refunded.totalCents,
  }
  return {
    known: { ...known, lastPosition: position, refunds: [...known.refunds, telling] },
    changes: [{ kind: 'add', position, event, standing }],
  }
}

/** What was told or will be; a partial refund that the rules left out comes with the next one that is sent. */
function accountedFor(known: KnownOrder): Refunded {
  return known.refunds
    .filter((refund) => refund.reason?.code !== 'partial-refund-off')
    .reduce<Refunded>(addRefunded, { refunded: NOTHING, items: [] })
}

function refundStanding(known: KnownOrder, event: OrderRefunded, policy: RelayPolicy): Standing {
  if (policy.method === 'pixel')
    return skipped({
      code: 'pixel-method',
      text: 'Partner Tracking Pixel method: refunds are not told to ONTRAPORT',
    })
  if (known.sale?.standing !== 'told')
    return skipped({ code: 'never-relayed', text: neverRelayedText(known) })
  if (event.isPartial && policy.rules.partialRefunds === 'full-only')
    return skipped({
      code: 'partial-refund-off',
      text: 'Partial refund; the relay rules send full refunds only',
    })
  return { status: 'queued' }
}

function neverRelayedText({ sale }: KnownOrder): string {
  const why = sale?.reason?.text
  return why === undefined
    ? 'The order was never relayed, so there is nothing to refund in ONTRAPORT'
    : `The order was never relayed (${why.charAt(0).toLowerCase()}${why.slice(1)})`
}

function toEvent(order: OrderSnapshot, { refunded, items }: Refunded): OrderRefunded {
  const total = order.totals?.totalCents ?? 0
  const isPartial = (order.totals?.refunded.totalCents ?? 0) < total
  return { kind: 'order-refunded', order, refunded, items, isPartial }
}

function skipped(reason: Reason): Standing {
  return { status: 'skipped', reason }
}
