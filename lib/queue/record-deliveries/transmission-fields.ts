import type { NewTransmission } from '#lib/db/transmissions.ts'
import { describeTransmission } from '#lib/domain/describe-event.ts'
import { isHistory } from '#lib/domain/is-history.ts'
import type { Change, Standing } from '#lib/domain/known-state.ts'
import { personOf } from '#lib/domain/person-of.ts'
import { MAY_BE_TOLD_BEFORE, mayBeToldBefore, type RestoreGap } from '#lib/domain/restore-gap.ts'
import type { StoreEvent } from '#lib/domain/store-event.ts'
import type { Reason, StreamKey, TransmissionType } from '#lib/domain/transmission.ts'
import type { ReceivedDelivery } from './received-delivery.ts'

/** The columns of a log row that a change decides. */
export function transmissionFields(
  key: StreamKey,
  { event, standing }: Change,
  delivery: Pick<ReceivedDelivery, 'id' | 'receivedAt' | 'connection'>,
): Omit<NewTransmission, 'id' | 'createdAt' | 'position'> {
  const wait = standing.status === 'queued' ? standing.wait : undefined
  return {
    merchantId: key.merchantId,
    type: TYPES[event.kind],
    ...statusOf(event, standing, delivery.connection),
    description: describeTransmission(event),
    streamKind: key.kind,
    reference: key.reference,
    ...moneyOf(event),
    email: personOf(event)?.email || null,
    nextAttemptAt: wait === undefined ? null : later(delivery.receivedAt, wait.seconds),
    deliveryId: delivery.id,
    isHistory: isHistory(event, delivery.receivedAt),
    event,
  }
}

/** What is due is asked about first where ONTRAPORT may know it already from a time that a restore lost. */
function statusOf(
  event: StoreEvent,
  standing: Standing,
  { isSandbox, restoreGap }: { isSandbox: boolean; restoreGap: RestoreGap | null },
): Pick<NewTransmission, 'status' | 'reasonCode' | 'reason'> {
  if (standing.status !== 'queued') return withReason(standing.status, standing.reason)
  return !isSandbox && mayBeToldBefore(event, restoreGap)
    ? withReason('unconfirmed', MAY_BE_TOLD_BEFORE)
    : withReason('queued', standing.wait?.reason)
}

function withReason(status: NewTransmission['status'], reason: Reason | undefined) {
  return { status, reasonCode: reason?.code ?? null, reason: reason?.text ?? null }
}

function later(moment: Date, seconds: number): string {
  return new Date(moment.getTime() + seconds * 1_000).toISOString()
}

const TYPES: Record<StoreEvent['kind'], TransmissionType> = {
  'order-paid': 'sale',
  'order-refunded': 'refund',
  'auto-order-status-changed': 'auto-order-status',
  'affiliate-joined': 'affiliate',
  'affiliate-approval-changed': 'affiliate',
}

function moneyOf(event: StoreEvent): Pick<NewTransmission, 'amountMinor' | 'currency'> {
  switch (event.kind) {
    case 'order-paid':
      return {
        amountMinor: event.order.totals?.totalCents ?? null,
        currency: event.order.totals === null ? null : event.order.currency,
      }
    case 'order-refunded':
      return { amountMinor: event.refunded.totalCents, currency: event.order.currency }
    case 'auto-order-status-changed':
    case 'affiliate-joined':
    case 'affiliate-approval-changed':
      return { amountMinor: null, currency: null }
  }
}
