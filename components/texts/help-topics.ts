import { logPath } from '../log/log-search-params.ts'

export type HelpTopic =
  | 'totals'
  | 'item-twice'
  | 'no-customer-data'
  | 'key-turned-away'
  | 'tags'
  | 'partners'

export type HelpText = {
  question: string
  answer: string
  /** Points to go through one by one. */
  points: string[]
  /** The places where it is cured. */
  links: { href: string; label: string }[]
}

/** What merchants ask about the two systems, answered where it arises. */
export const HELP: Record<HelpTopic, HelpText> = {
  totals: {
    question: 'Why do the totals in UltraCart and ONTRAPORT differ?',
    answer:
      'Every message carries the whole order, but the two systems do not keep the same of it.',
    points: [
      'ONTRAPORT does not store shipping and handling. Compare without them.',
      'Test orders count in ONTRAPORT if the rule for test orders sends them, also after you delete them in UltraCart.',
      'Do not delete real orders in UltraCart; reject them. A rejected order stays findable on that side.',
      'Orders that were held or skipped are in UltraCart only; the log says why for each.',
    ],
    links: [
      { href: '/reconcile', label: 'Reconcile a period, to the cent' },
      { href: logPath({ status: ['held', 'skipped'] }), label: 'Held and skipped orders' },
      { href: '/integration#rules', label: 'Rule for test orders' },
    ],
  },
  'item-twice': {
    question: 'Why does ONTRAPORT show one product twice and another not at all?',
    answer:
      'Two items are sent under one name. Mostly one was copied from the other in UltraCart, and its field oapProductid still holds the name of the first; that field goes before the item id.',
    points: [
      'Correct the field in UltraCart’s Item Editor, or',
      'enter a name of its own for the item here; it goes before the field.',
      'Then send the order once more “with today’s product names”.',
    ],
    links: [{ href: '/products', label: 'Names and same-name warnings' }],
  },
  'no-customer-data': {
    question: 'Why does ONTRAPORT get no customer for these orders?',
    answer:
      'An order is sent once money has moved. In Accounts Receivable, Pre-ordered, Quote, Pending Clearance and Fraud Review none has, so the order waits here as held.',
    points: [
      'Move the order on in UltraCart, or collect its payment.',
      'It then goes out by itself, in the same row of the log, with the buyer’s data.',
    ],
    links: [{ href: logPath({ status: ['held'] }), label: 'What is waiting, and for what' }],
  },
  'key-turned-away': {
    question: 'Why does ONTRAPORT suddenly answer 403, though nothing was changed?',
    answer:
      'Keys are known to go stale by themselves. Get a fresh one in ONTRAPORT (Administration → Integrations → UltraCart) and replace it here. If that is turned away as well, ONTRAPORT’s support asks for this:',
    points: [
      'Some contacts concerned: the emails of the entries with code 403.',
      'The address of the order form that is connected to UltraCart.',
      'The name of that form in ONTRAPORT, if it was built there.',
      'A screenshot of the key in ONTRAPORT, to compare with the last characters shown here.',
      'An entry of the log with its request and answer: open it and copy both.',
      'The method in use: API or Partner Tracking Pixel.',
    ],
    links: [
      { href: '/integration#key', label: 'Key and method' },
      { href: logPath({ code: '403' }), label: 'Entries with code 403' },
    ],
  },
  tags: {
    question: 'How does a purchase give its buyer a tag or start a campaign?',
    answer: 'ONTRAPORT does that by the product’s name; nothing has to be set up in UltraCart.',
    points: [
      'See under which name the item is sent, and that ONTRAPORT has a product of exactly that name.',
      'In ONTRAPORT, make a campaign whose trigger is “Purchases” with that product.',
      'Add a step below the trigger that puts the contact under the tag of your choice.',
    ],
    links: [{ href: '/products', label: 'The names that are sent' }],
  },
  partners: {
    question: 'How does an affiliate become a partner in ONTRAPORT by the API?',
    answer:
      'No call of ONTRAPORT’s API makes a partner. Relay saves an approved affiliate as a contact with a tag, and an automation of yours in ONTRAPORT makes the partner of it.',
    points: [
      'In ONTRAPORT make an automation that begins when the tag of the rule “Tag of approved affiliates” is added to a contact.',
      'Let it add the contact to your partner program. A contact is in one program at a time.',
      'The tag goes when UltraCart takes the approval back; a second automation that begins with that can end the partnership.',
      'A partner earns on the products that belong to the program. A product that was made twice because of its name is not among them.',
    ],
    links: [
      { href: '/affiliates', label: 'Affiliates and what was told of each' },
      { href: '/integration#account-products', label: 'Products in ONTRAPORT, checked' },
    ],
  },
}
