/** What the browser's tab says, before the product's name. */
export const PAGE_TITLES = {
  overview: 'Overview',
  integration: 'Integration',
  products: 'Products',
  affiliates: 'Affiliates',
  log: 'Log',
  transmission: 'Transmission',
  sendManyAgain: 'Send many again',
  supportPacket: 'Support packet',
  reconcile: 'Reconcile',
  signIn: 'Sign in',
  setUp: 'Set up',
  notFound: 'Not found',
} as const

export const APP_TEXTS = {
  name: 'Relay',
  titleTemplate: '%s · Relay',
  description: 'Relays UltraCart orders, refunds and auto-order changes to ONTRAPORT.',
  noSuchPage: 'There is no page at this address. It may have been mistyped.',
  noSuchEntry:
    'There is no such entry in this store. It may belong to another of your stores, or its month has been cleared away.',
  toTheOverview: 'To the overview',
  toTheLog: 'To the log',
  brokenTitle: 'Something went wrong · Relay',
  broken: 'Something went wrong',
  brokenPage: 'Relay could not show this page. Orders are still taken in, and nothing is lost.',
  tryAgain: 'Try again',
  wrongPassword: 'That email and password do not match an account. Check both and try again.',
  tooManySignIns:
    'There were too many attempts to sign in. Wait a few minutes, then try again; your account is safe.',
} as const
