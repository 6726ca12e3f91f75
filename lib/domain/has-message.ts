import type { StoreEvent } from './store-event.ts'

/** False for an event that is only noted: a status that has no word, an affiliate without an email. */
export function hasMessage(event: StoreEvent): boolean {
  switch (event.kind) {
    case 'order-paid':
    case 'order-refunded':
      return true
    case 'auto-order-status-changed':
      return event.word !== null
    case 'affiliate-joined':
    case 'affiliate-approval-changed':
      return event.affiliate.email !== ''
  }
}
