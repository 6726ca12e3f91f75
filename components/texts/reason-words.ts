import type { ReasonCode } from '#lib/domain/transmission.ts'

/** Each reason in few words. */
export const REASON_LABELS: Record<ReasonCode, string> = {
  'stage-before-payment': 'Waiting for payment',
  'payment-not-processed': 'Payment not collected yet',
  'missing-expansion': 'UltraCart left parts out',
  'unknown-stage': 'Stage not known',
  'sale-failed': 'Its sale has failed',
  'before-start-date': 'Before the start date',
  'test-order': 'Test order',
  'free-order': 'Free order',
  'rejected-before-payment': 'Rejected before payment',
  'deleted-before-payment': 'Deleted before payment',
  'never-relayed': 'Its order was never relayed',
  'partial-refund-off': 'Partial refunds are off',
  'auto-order-merged': 'Auto order merged',
  'auto-order-completed': 'Auto order completed',
  'affiliate-without-email': 'Affiliate without email',
  'pixel-method': 'Not told by the pixel method',
  'no-api-key': 'No ONTRAPORT key yet',
  'connection-paused': 'Key turned away',
  backlog: 'In the backlog',
  'sandbox-on': 'Waits until the store is live',
  'sandbox-left': 'Sandbox was left',
  refused: 'Refused by ONTRAPORT',
  unreachable: 'ONTRAPORT not reached',
  'answer-lost': 'Answer lost',
  'closed-by-hand': 'Closed by hand',
  'unknown-status': 'Status not known',
  restored: 'After a restored backup',
  erased: 'Erased at the buyer’s wish',
  'pixel-first': 'The receipt’s pixel goes first',
  'pixel-unproven': 'Pixel without proof',
  'pixel-lines-cut': 'Pixel with lines cut',
  'pixel-no-theme': 'Pixel of no theme',
  'poll-refused': 'Item poll that could not be read',
  'poll-broken-off': 'Item poll broken off',
  'pixel-no-email': 'Pixel without email',
  'pixel-order-too-old': 'Pixel of an old order',
  'pixel-sandbox': 'Pixel in the sandbox',
}

export type Cure = {
  /** Read after the count, such as `12 waiting for payment`. */
  phrase: string
  advice: string
  /** Where it is done: by sending the rows again, on a page, or (`null`) in UltraCart. */
  place: Place | 'resend' | null
}

export type Place = { href: string; label: string }

const KEY = { href: '/integration#key', label: 'Enter a fresh key' }

/** How each reason that needs attention is put right. */
export const CURES: Partial<Record<ReasonCode, Cure>> = {
  'connection-paused': {
    phrase: 'waiting because the key was turned away',
    advice:
      'Get a fresh key in ONTRAPORT and enter it here. What waits then goes out by itself, in order.',
    place: KEY,
  },
  'no-api-key': {
    phrase: 'waiting for an ONTRAPORT key',
    advice: 'Orders are taken in already. They go out once a key is saved.',
    place: KEY,
  },
  refused: {
    phrase: 'refused',
    advice: 'Open one to see what ONTRAPORT said, put it right, then send it again.',
    place: 'resend',
  },
  unreachable: {
    phrase: 'could not be handed over',
    advice:
      'They are tried again by themselves. Those given up can be sent again once ONTRAPORT is back.',
    place: 'resend',
  },
  'answer-lost': {
    phrase: 'sent, with the answer lost',
    advice:
      'Those retrying go out again by themselves. For those unconfirmed, look in ONTRAPORT and say whether they arrived.',
    place: { href: '/integration#rules', label: 'Rule for lost answers' },
  },
  restored: {
    phrase: 'in doubt since a backup was restored',
    advice: 'They may have gone out after that backup was made. Look in ONTRAPORT, then decide.',
    place: 'resend',
  },
  'sale-failed': {
    phrase: 'refunds behind a failed sale',
    advice: 'Send the sale again, or close the refund without sending.',
    place: { href: '/log?status=failed&type=sale', label: 'The failed sales' },
  },
  'missing-expansion': {
    phrase: 'waiting for parts that UltraCart left out',
    advice:
      'Add the missing expansions to the webhook in UltraCart, then let it send the orders again.',
    place: { href: '/integration#ultracart', label: 'Which parts are missing' },
  },
  'unknown-stage': {
    phrase: 'in a stage that Relay does not know',
    advice: 'Move the order on in UltraCart. It goes out once its stage says that it is paid.',
    place: null,
  },
  'unknown-status': {
    phrase: 'with a status that Relay does not know',
    advice: 'Open one to see which. Nothing was sent for it.',
    place: null,
  },
  'stage-before-payment': {
    phrase: 'waiting for payment',
    advice:
      'Move the orders on in UltraCart, or collect their payments. They then go out by themselves.',
    place: null,
  },
  'payment-not-processed': {
    phrase: 'with a payment that was not collected yet',
    advice: 'Collect the payment in UltraCart. The order then goes out by itself.',
    place: null,
  },
}
