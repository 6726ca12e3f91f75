import type { UltraCartAutoOrder } from '../auto-order-schema.ts'
import type { PostbackAutoOrder } from './postback-auto-order-schema.ts'

/** The fields of the webhooks' auto order that its word is made of. */
type Standing = Pick<
  UltraCartAutoOrder,
  | 'status'
  | 'enabled'
  | 'completed'
  | 'credit_card_attempt'
  | 'canceled_dts'
  | 'disabled_dts'
  | 'cancel_upgrade'
  | 'cancel_downgrade'
  | 'merged_into_auto_order_oid'
>

/**
 * The postback gives the word ready made; these are the fields that mean just
 * that word and no other. So an active auto order has no failed attempt here
 * and no cancellation, whatever the rest of the document still mentions. A
 * word that is not one of the six is kept as the status.
 */
export function autoOrderStanding(order: PostbackAutoOrder): Standing {
  const word = order.status.toLowerCase().replace(/\s+/g, ' ').replace('canceled', 'cancelled')
  switch (word) {
    case 'active':
      return { ...RUNNING }
    case 'card declined':
      return { ...RUNNING, credit_card_attempt: Math.max(1, order.attempt ?? 1) }
    case 'cancelled upgrade':
      return { ...cancelledAt(order), cancel_upgrade: true }
    case 'cancelled downgrade':
    // The vendor's page on ONTRAPORT spells it so.
    case 'cancelled download':
      return { ...cancelledAt(order), cancel_downgrade: true }
    case 'cancelled':
      return cancelledAt(order)
    case 'terminated':
      return { ...ENDED, status: 'disabled' }
    default:
      return { ...ENDED, status: order.status, enabled: null }
  }
}

const ENDED = {
  enabled: false,
  completed: false,
  credit_card_attempt: 0,
  canceled_dts: null,
  disabled_dts: null,
  cancel_upgrade: false,
  cancel_downgrade: false,
  merged_into_auto_order_oid: '',
} satisfies Omit<Standing, 'status'>

const RUNNING = { ...ENDED, status: 'active', enabled: true }

function cancelledAt({ cancelled_dts }: PostbackAutoOrder): Standing {
  return { ...ENDED, status: 'canceled', canceled_dts: cancelled_dts }
}
