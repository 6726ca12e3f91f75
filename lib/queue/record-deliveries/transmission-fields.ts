import type { NewTransmission } from '#lib/db/transmissions.ts'
import { describeTransmission } from '#lib/domain/describe-event.ts'
import type { Change } from '#lib/domain/known-state.ts'
import type { StoreEvent } from '#lib/domain/store-event.ts'
import type { StreamKey, TransmissionType } from '#lib/domain/transmission.ts'
import type { ReceivedDelivery } from './received-delivery.ts'

/** The columns of a log row that a change decides. */
export function transmissionFields(
  key: StreamKey,
  { event, standing }: Change,
  delivery: Pick<ReceivedDelivery, 'id' | 'receivedAt'>,
): Omit<NewTransmission, 'id' | 'createdAt' | 'position'> {
  const wait = standing.status === 'queued' ? standing.wait : undefined
  const reason = standing.status === 'queued' ? wait?.reason : standing.reason
  return {
    merchantId: key.merchantId,
    type: TYPES[event.kind],
    status: standing.status,
    reasonCode: reason?.code ?? null,
    reason: reason?.text ?? null,
    description: describeTransmission(event),
    streamKind: key.kind,
    reference: key.reference,
    ...moneyOf(event),
    email: emailOf(event),
    nextAttemptAt: wait === undefined ? null : later(delivery.receivedAt, wait.seconds),
    deliveryId: delivery.id,
    event,
  }
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

function emailOf(event: StoreEvent): string | null {
  return personOf(event)?.email || null
}

function personOf(event: StoreEvent): { email: string } | null {
  switch (event.kind) {
    case 'order-paid':
    case 'order-refunded':
      return event.order.buyer
    case 'auto-order-status-changed':
      return event.autoOrder.originalOrder?.buyer ?? null
    case 'affiliate-joined':
    case 'affiliate-approval-changed':
      return event.affiliate
  }
}
