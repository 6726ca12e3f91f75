import type { RelayRules } from '#lib/domain/relay-rules.ts'

export type RuleChoice = { value: string; label: string; consequence: string }
export type Rule = {
  /** The rule's public name, such as `on-unknown`. */
  name: string
  title: string
  value: (rules: RelayRules) => string
  choices: readonly RuleChoice[]
}

/** What is decided otherwise, or not at all, where messages go by ONTRAPORT's API. */
export const RECEIVER_RULES: ReadonlySet<string> = new Set(['partial-refunds', 'on-unknown'])

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
  {
    name: 'merged-auto-orders',
    title: 'Auto orders merged into another',
    value: (rules) => rules.mergedAutoOrders,
    choices: [
      {
        value: 'silent',
        label: 'Say nothing',
        consequence:
          'ONTRAPORT keeps the status it heard last; the auto order that goes on tells its own.',
      },
      {
        value: 'cancelled',
        label: 'cancelled',
        consequence: 'ONTRAPORT hears that the merged one ended: <status>cancelled</status>.',
      },
    ],
  },
  {
    name: 'completed-auto-orders',
    title: 'Auto orders that ran to their planned end',
    value: (rules) => rules.completedAutoOrders,
    choices: [
      {
        value: 'terminated',
        label: 'terminated',
        consequence:
          'Told with the word that a stop by failed payments has, too: <status>terminated</status>.',
      },
      {
        value: 'cancelled',
        label: 'cancelled',
        consequence: 'Told as if the buyer had ended it: <status>cancelled</status>.',
      },
      {
        value: 'silent',
        label: 'Say nothing',
        consequence: 'ONTRAPORT keeps the status it heard last, mostly active.',
      },
    ],
  },
  {
    name: 'kit-components',
    title: 'Components of a kit',
    value: (rules) => rules.kitComponents,
    choices: [
      {
        value: 'leave-out',
        label: 'Leave out',
        consequence: 'ONTRAPORT hears of the kit alone, which carries the price.',
      },
      {
        value: 'send',
        label: 'Send',
        consequence:
          'Each component is a product of the purchase, too, mostly at 0.00, so that it can trigger a campaign.',
      },
    ],
  },
]

/** A rule that is a text. */
export type TextRule = {
  name: string
  title: string
  placeholder: string
  /** As the field shows it. */
  value: (rules: RelayRules) => string
  /** What an emptied field is saved as; `''` unless given. */
  empty?: string
  /** Takes several lines. */
  isLong?: boolean
  describe: (value: string) => string
}

/** Words to look for in ONTRAPORT's answer. */
export const WORDS_RULES: readonly TextRule[] = [
  {
    name: 'failure-words',
    title: 'Words that mean failure',
    placeholder: 'one, another',
    value: (rules) => rules.failureWords.join(', '),
    describe: (words) =>
      words === ''
        ? 'No word of an accepting answer makes it a failure.'
        : 'An accepting answer (2xx) that has one of these words counts as refused, and the message as failed.',
  },
  {
    name: 'success-words',
    title: 'Words that mean success',
    placeholder: 'one, another',
    value: (rules) => rules.successWords.join(', '),
    describe: (words) =>
      words === ''
        ? 'None are needed: every 2xx answer without a word for failure counts as accepted.'
        : 'A 2xx answer counts as accepted only if it has one of these words; any other means that the message failed.',
  },
]
