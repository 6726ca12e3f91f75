import type { RelayRules } from '#lib/domain/relay-rules.ts'

export type RuleChoice = { value: string; label: string; consequence: string }
export type Rule = {
  /** The rule's public name, such as `on-unknown`. */
  name: string
  title: string
  value: (rules: RelayRules) => string
  choices: readonly RuleChoice[]
}

/** The relay rules with what each choice leads to, in words. */
export const RULES: readonly Rule[] = [
  {
    name: 'test-orders',
    title: 'Test orders',
    value: (rules) => rules.testOrders,
    choices: [
      {
        value: 'skip',
        label: 'Do not send',
        consequence: 'ONTRAPORT never hears of orders that UltraCart marks as a test.',
      },
      {
        value: 'send',
        label: 'Send',
        consequence: 'Test orders are sent like any other and count as sales in ONTRAPORT.',
      },
    ],
  },
  {
    name: 'free-orders',
    title: 'Orders of 0.00',
    value: (rules) => rules.freeOrders,
    choices: [
      {
        value: 'send',
        label: 'Send',
        consequence: 'Free orders reach ONTRAPORT, so that what they trigger there runs.',
      },
      { value: 'skip', label: 'Do not send', consequence: 'Free orders stay out of ONTRAPORT.' },
    ],
  },
  {
    name: 'partial-refunds',
    title: 'Partial refunds',
    value: (rules) => rules.partialRefunds,
    choices: [
      { value: 'send', label: 'Send each', consequence: 'Every refund is sent with its amount.' },
      {
        value: 'full-only',
        label: 'Full refunds only',
        consequence: 'A refund is sent only when the whole order has been refunded.',
      },
    ],
  },
  {
    name: 'on-unknown',
    title: 'When an answer gets lost',
    value: (rules) => rules.onUnknown,
    choices: [
      {
        value: 'retry',
        label: 'Send again',
        consequence:
          'A sale or refund is sent again until ONTRAPORT answers. It arrives for certain, and may in rare cases be booked twice.',
      },
      {
        value: 'ask',
        label: 'Ask me',
        consequence:
          'A sale or refund stays unconfirmed until somebody here decides. Nothing is booked twice.',
      },
    ],
  },
  {
    name: 'downgrade-word',
    title: 'Word for a downgraded auto order',
    value: (rules) => rules.downgradeWord,
    choices: [
      {
        value: 'cancelled download',
        label: 'cancelled download',
        consequence: 'As UltraCart’s page on ONTRAPORT spells it.',
      },
      {
        value: 'cancelled downgrade',
        label: 'cancelled downgrade',
        consequence: 'As UltraCart’s XML Postback spells it.',
      },
    ],
  },
]
