import type { DifferenceCause, OrderSelection } from '#lib/domain/reconcile-causes.ts'
import type { DoubtKind } from '#lib/domain/reconcile-period.ts'

/** What each cause is called, in full and where there is little room, and what a merchant should know of it. */
export const CAUSE_WORDS: Record<
  DifferenceCause,
  { label: string; short: string; meaning: string }
> = {
  'shipping-handling': {
    label: 'Shipping and handling',
    short: 'Shipping',
    meaning: 'ONTRAPORT does not store it, or the rule for it leaves it out. Nothing to do.',
  },
  'tax-left-out': {
    label: 'Tax',
    short: 'Tax',
    meaning: 'The rule for shipping and tax leaves it out of sales by ONTRAPORT’s API.',
  },
  unpaid: {
    label: 'Waiting for payment',
    short: 'Unpaid',
    meaning: 'Sent by itself once UltraCart says that money has moved.',
  },
  incomplete: {
    label: 'Reported without what is needed',
    short: 'Incomplete',
    meaning: 'UltraCart left parts out. Integration says which expansions to add.',
  },
  'test-order': {
    label: 'Test orders, not sent',
    short: 'Test orders',
    meaning: 'The rule for test orders skips them.',
  },
  rejected: {
    label: 'Rejected before they were sent',
    short: 'Rejected',
    meaning: 'They still stand in UltraCart, and never went to ONTRAPORT.',
  },
  'before-start-date': {
    label: 'Placed before the start date',
    short: 'Too old',
    meaning: 'Relay tells nothing of orders before that date; another tool may have.',
  },
  'free-order': {
    label: 'Orders of 0.00, not sent',
    short: 'Free orders',
    meaning: 'The rule for free orders skips them.',
  },
  'pixel-method': {
    label: 'Told by the buyer’s browser',
    short: 'Pixel',
    meaning:
      'Under the pixel method ONTRAPORT hears of them from the receipt, which Relay cannot check.',
  },
  unseen: {
    label: 'Only a refund was reported',
    short: 'Refund only',
    meaning: 'The order itself never arrived. Fetch past orders under Integration.',
  },
  'other-reason': {
    label: 'Not sent for another reason',
    short: 'Other',
    meaning: 'The log says which.',
  },
  waiting: {
    label: 'On their way',
    short: 'On their way',
    meaning: 'Queued or tried again; they go out by themselves.',
  },
  failed: {
    label: 'Failed',
    short: 'Failed',
    meaning: 'ONTRAPORT did not accept them. Put it right and send them again.',
  },
  unconfirmed: {
    label: 'Unconfirmed',
    short: 'Unconfirmed',
    meaning: 'The answer was lost. Look in ONTRAPORT and say in the log whether they arrived.',
  },
  deleted: {
    label: 'Deleted before they were sent',
    short: 'Deleted',
    meaning: 'Gone from UltraCart, and never went to ONTRAPORT.',
  },
  'deleted-after-relay': {
    label: 'Deleted after they were sent',
    short: 'Deleted later',
    meaning: 'ONTRAPORT has them still. Reject orders in UltraCart, do not delete them.',
  },
  'refund-waiting': {
    label: 'Refunds on their way',
    short: 'Refunds waiting',
    meaning: 'Queued, tried again, or behind a sale that failed.',
  },
  'refund-failed': {
    label: 'Refunds that failed',
    short: 'Refunds failed',
    meaning: 'ONTRAPORT did not accept them. Put it right and send them again.',
  },
  'refund-unconfirmed': {
    label: 'Refunds unconfirmed',
    short: 'Refunds unconf.',
    meaning: 'The answer was lost. Look in ONTRAPORT and say in the log whether they arrived.',
  },
  'refund-left-out': {
    label: 'Refunds that were not told',
    short: 'Refunds left out',
    meaning:
      'The relay rules leave partial refunds out; by ONTRAPORT’s API one is a tag, and the sale stays as it is.',
  },
  'refund-without-sale': {
    label: 'Refunds without their sale',
    short: 'Refund alone',
    meaning: 'ONTRAPORT accepted a refund whose sale it does not have.',
  },
}

/** The title of a list of orders, and the name of a standing. */
export function nameSelection(selection: OrderSelection): string {
  return selection === 'relayed' ? 'Relayed' : CAUSE_WORDS[selection].label
}

/** What both have and may count otherwise. */
export const DOUBT_WORDS: Record<DoubtKind, string> = {
  tax: 'the tax, if the ONTRAPORT report leaves it out',
  surcharge: 'surcharges, if the ONTRAPORT report leaves them out',
  other: 'gift charges and the like, which stand in no line of a message',
  'test-orders': 'test orders that were sent, if they were deleted in ONTRAPORT',
  'rejected-orders': 'orders rejected after they were sent, if they were taken out of ONTRAPORT',
  'partial-refunds': 'partial refunds: ONTRAPORT’s documentation promises full ones only',
  'refunds-of-other-periods':
    'refunds made in this period of orders from outside it, if the report counts refunds by their date',
  'refunds-after-period':
    'refunds of these orders made outside the period, if the report counts refunds by their date',
}
