import type { Message } from '#lib/domain/message.ts'
import { encodeAffiliate } from './encode-affiliate.ts'
import { encodeAutoOrderStatus } from './encode-auto-order-status.ts'
import { encodeRefund } from './encode-refund.ts'
import { encodeSale } from './encode-sale.ts'

/**
 * ONTRAPORT's receiver takes one XML document a POST and publishes no dialect
 * for it. Ours is UltraCart's published XML Postback, which a receiver named
 * for UltraCart was written against; the name goes into every transmission, so
 * that a later dialect can be told apart. The receiver knows the account by
 * the key in the address, turns a stale one away with 403, and never retries:
 * that is ours to do.
 */
export const DIALECT = 'ultracart-postback-1'

/** The bytes of a message as text: the same message always gives the same document. */
export function encodeMessage(message: Message): { xml: string; dialect: string } {
  return { xml: encode(message), dialect: DIALECT }
}

function encode(message: Message): string {
  switch (message.kind) {
    case 'sale':
      return encodeSale(message)
    case 'refund':
      return encodeRefund(message)
    case 'auto-order-status':
      return encodeAutoOrderStatus(message)
    case 'affiliate':
      return encodeAffiliate(message)
  }
}
