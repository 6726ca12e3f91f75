import type { ProductNameSource } from '#lib/domain/message.ts'
import type { RemovedTexts } from '#lib/domain/retention.ts'
import type { TransmissionStatus, TransmissionType } from '#lib/domain/transmission.ts'

export type Tone = 'good' | 'bad' | 'retry' | 'wait' | 'busy' | 'ask' | 'quiet'

/** How each status is called, what it means, and its colour. */
export const STATUS_WORDS: Record<
  TransmissionStatus,
  { label: string; meaning: string; tone: Tone }
> = {
  held: { label: 'Held', meaning: 'Waits, for a reason given in the row', tone: 'wait' },
  queued: { label: 'Queued', meaning: 'Goes out as soon as it is its turn', tone: 'busy' },
  sending: { label: 'Sending', meaning: 'On its way to ONTRAPORT right now', tone: 'busy' },
  retrying: {
    label: 'Retrying',
    meaning: 'Did not get through; will be tried again',
    tone: 'retry',
  },
  sent: { label: 'Sent', meaning: 'ONTRAPORT accepted it', tone: 'good' },
  failed: {
    label: 'Failed',
    meaning: 'Not accepted; will not be tried again by itself',
    tone: 'bad',
  },
  unconfirmed: {
    label: 'Unconfirmed',
    meaning: 'The answer was lost; you decide whether it arrived',
    tone: 'ask',
  },
  skipped: { label: 'Skipped', meaning: 'Not sent on purpose, for a reason given', tone: 'quiet' },
}

export const TYPE_WORDS: Record<TransmissionType, string> = {
  sale: 'Sale',
  refund: 'Refund',
  'auto-order-status': 'Auto-order status',
  affiliate: 'Affiliate',
  'item-fetch': 'Item poll',
  pixel: 'Pixel',
}

/** The same, where there is little room. */
export const SHORT_TYPE_WORDS: Record<TransmissionType, string> = {
  ...TYPE_WORDS,
  'auto-order-status': 'Auto order',
}

/** What the reference of a transmission is, by its type. */
export const REFERENCE_WORDS: Record<TransmissionType, string> = {
  sale: 'Order',
  refund: 'Order',
  'auto-order-status': 'Auto order',
  affiliate: 'Affiliate',
  'item-fetch': 'Poll',
  pixel: 'Order',
}

/** Where the name of a product came from. */
export const SOURCE_WORDS: Record<ProductNameSource, { label: string; meaning: string }> = {
  mapping: { label: 'Mapping', meaning: 'Entered here, on the product list' },
  'oap-product-id': {
    label: 'oapProductid',
    meaning: 'From the oapProductid field of the item in UltraCart',
  },
  'item-id': { label: 'Item id', meaning: 'No other name is known, so the item id itself is sent' },
}

/** Why the texts of a transmission are gone, where there is little room. */
export const REMOVED_WORDS: Record<RemovedTexts['why'], string> = {
  retention: 'Texts removed: kept as long as your settings say',
  erased: 'Erased on request',
}
