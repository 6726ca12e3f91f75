import { isObject } from './fields.ts'

/** Which model an event carries, or why it is left alone. */
export type Classified =
  | { kind: 'order' | 'auto-order' | 'item' | 'affiliate' }
  | { kind: 'ignored'; reason: string }

/** Events whose value is the whole model, from UltraCart's sample `InsertWebhook`. */
const MODEL_OF_EVENT: ReadonlyMap<string, 'order' | 'auto-order' | 'item'> = new Map([
  ['order_create', 'order'],
  ['order_delete', 'order'],
  ['order_payment_failed', 'order'],
  ['order_payment_process', 'order'],
  ['order_refund', 'order'],
  ['order_reject', 'order'],
  ['order_ship', 'order'],
  ['order_ship_delivered', 'order'],
  ['order_ship_expected', 'order'],
  ['order_ship_out_for_delivery', 'order'],
  ['order_stage_change', 'order'],
  ['order_update', 'order'],
  ['auto_order_cancel', 'auto-order'],
  ['auto_order_create', 'auto-order'],
  ['auto_order_decline', 'auto-order'],
  ['auto_order_disable', 'auto-order'],
  ['auto_order_preshipment', 'auto-order'],
  ['auto_order_rebill', 'auto-order'],
  ['auto_order_update', 'auto-order'],
  ['item_create', 'item'],
  ['item_delete', 'item'],
  ['item_update', 'item'],
])

/** Says what an event is by its name; one unknown to us, by what it carries. */
export function classifyEvent(eventName: string, model: unknown): Classified {
  const kind = MODEL_OF_EVENT.get(eventName)
  if (kind !== undefined) return { kind }
  if (eventName.startsWith('affiliate_')) return affiliateIfCarried(model)
  if (eventName.startsWith('order_')) return orderIfCarried(model)
  if (eventName.startsWith('auto_order_')) return autoOrderIfCarried(model)
  return { kind: 'ignored', reason: 'the relay has no use for events of this kind' }
}

/** An invoice or a packing slip may name its order without being one; a real order always has its stage. */
function orderIfCarried(model: unknown): Classified {
  return isObject(model) && isPresent(model.order_id) && isPresent(model.current_stage)
    ? { kind: 'order' }
    : { kind: 'ignored', reason: 'it carries no order' }
}

function autoOrderIfCarried(model: unknown): Classified {
  return isObject(model) && isPresent(model.auto_order_code) && isPresent(model.status)
    ? { kind: 'auto-order' }
    : { kind: 'ignored', reason: 'it carries no auto order' }
}

/** No affiliate event is known of, so none is taken for one by its name alone. */
function affiliateIfCarried(model: unknown): Classified {
  return isObject(model) && isPresent(model.affiliate_oid) && isPresent(model.status)
    ? { kind: 'affiliate' }
    : { kind: 'ignored', reason: 'it carries no affiliate' }
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}
