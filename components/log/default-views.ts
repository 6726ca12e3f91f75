import { type LogSearch, NO_SEARCH } from './log-search-params.ts'

export type DefaultView = { name: string; meaning: string; search: LogSearch }

/** The views that every log has. */
export const DEFAULT_VIEWS: readonly DefaultView[] = [
  { name: 'Everything', meaning: 'All transmissions', search: NO_SEARCH },
  {
    name: 'Needs attention',
    meaning: 'Failed, or the answer was lost: a person has to look at it',
    search: { ...NO_SEARCH, status: ['failed', 'unconfirmed'] },
  },
  {
    name: 'Failing now',
    meaning: 'Did not get through in the last 24 hours, tried again or given up',
    search: { ...NO_SEARCH, status: ['retrying', 'failed', 'unconfirmed'], range: '24h' },
  },
  {
    name: 'Waiting for payment',
    meaning: 'Orders for which no money has moved yet',
    search: {
      ...NO_SEARCH,
      status: ['held'],
      reason: ['stage-before-payment', 'payment-not-processed'],
    },
  },
  {
    name: 'Today',
    meaning: 'What arrived since midnight',
    search: { ...NO_SEARCH, range: 'today' },
  },
]
