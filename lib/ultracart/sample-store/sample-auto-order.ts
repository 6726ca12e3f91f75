import { instant, type Model } from './sample-order.ts'

export type SampleAutoOrder = {
  merchantId: string
  code: string
  /** The model of the order that began it. */
  original: Model
  standing: 'active' | 'declined' | 'cancelled' | 'cancelled-for-downgrade'
  now: Date
}

/** A monthly auto order in UltraCart's own shape (REST v2, 2017-03-01). */
export function sampleAutoOrder({
  merchantId,
  code,
  original,
  standing,
  now,
}: SampleAutoOrder): Model {
  const isCancelled = standing === 'cancelled' || standing === 'cancelled-for-downgrade'
  const isDeclined = standing === 'declined'
  return {
    merchant_id: merchantId,
    auto_order_code: code,
    original_order_id: original.order_id ?? '',
    status: isCancelled ? 'canceled' : 'active',
    enabled: !isCancelled,
    completed: false,
    credit_card_attempt: isDeclined ? 1 : 0,
    failure_reason: isDeclined ? 'Insufficient funds' : '',
    cancel_upgrade: false,
    cancel_downgrade: standing === 'cancelled-for-downgrade',
    canceled_dts: isCancelled ? instant(now) : null,
    canceled_by_user: isCancelled ? 'customer' : '',
    items: [{ original_item_id: 'RELAY-SAMPLE-CLUB', original_quantity: 1, frequency: 'Monthly' }],
    original_order: original,
  }
}
