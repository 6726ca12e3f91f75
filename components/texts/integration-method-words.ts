import type { ConnectionMethod } from '#lib/domain/connection.ts'

export type MethodWords = {
  name: string
  summary: string
  carries: readonly string[]
  lacks: readonly string[]
  /** What changes when the store goes over to this method. */
  consequences: readonly string[]
}

/** The two ways in which a store can talk to ONTRAPORT, by what is publicly known of them. */
export const METHOD_WORDS: Record<ConnectionMethod, MethodWords> = {
  api: {
    name: 'API method',
    summary: 'Relay itself sends every message to ONTRAPORT. It needs one key.',
    carries: [
      'Sales, as soon as money has moved',
      'Rebills, each as a sale of its own',
      'Refunds (ONTRAPORT’s own page speaks of full ones only: see the rule for partial refunds)',
      'Auto-order status changes and affiliate sign-ups',
      'Retries and resends: nothing depends on a browser',
    ],
    lacks: [
      'No credit for partners: a contact made this way has no first referrer (see “Partner attribution” below for a way around)',
      'ONTRAPORT does not keep shipping and handling, so totals differ by that',
    ],
    consequences: [
      'Sales, rebills, refunds and auto-order changes that UltraCart reports from now on are sent by Relay.',
      'Receipt pixels of this store answer with an empty image, so that no sale is told twice. The snippets may stay.',
      'Partners are no longer credited, unless you switch “Attribute partners by pixel” on.',
      'Orders whose sale the pixel told, or was to tell, are not sent again.',
    ],
  },
  pixel: {
    name: 'Partner Tracking Pixel method',
    summary:
      'The buyer’s browser tells ONTRAPORT from the receipt page. It needs one ONTRAPORT sub-domain for each theme, and a snippet in each receipt.',
    carries: [
      'Sales, with the partner who referred the buyer',
      'The buyer’s name and address, when the receipt brings their email',
      'Tax and shipping',
    ],
    lacks: [
      'No rebills: they have no receipt page',
      'No refunds, auto-order changes or affiliate sign-ups',
      'Lost when the buyer leaves before the receipt shows, or blocks images or third-party cookies; there is no second try',
      'No currency, and no discount of its own: prices are sent with the discount taken off',
    ],
    consequences: [
      'Relay posts nothing to ONTRAPORT from now on: no rebills, no refunds, no auto-order changes and no affiliate sign-ups. They stand in the log as skipped.',
      'Sales reach ONTRAPORT only from receipts that hold the snippet, each once.',
      'What is already waiting to be sent is still sent.',
    ],
  },
}
