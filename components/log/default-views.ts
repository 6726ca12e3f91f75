import { LOG_TEXTS } from '../texts/log.ts'
import { type LogSearch, NO_SEARCH } from './log-search-params.ts'

const TEXTS = LOG_TEXTS.defaultViews

export type DefaultView = { name: string; meaning: string; search: LogSearch }

/** The views that every log has. */
export const DEFAULT_VIEWS: readonly DefaultView[] = [
  { name: TEXTS.everything, meaning: TEXTS.allTransmissions, search: NO_SEARCH },
  {
    name: TEXTS.needsAttention,
    meaning: TEXTS.failedOrTheAnswer,
    search: { ...NO_SEARCH, status: ['failed', 'unconfirmed'] },
  },
  {
    name: TEXTS.failingNow,
    meaning: TEXTS.didNotGetThrough,
    search: { ...NO_SEARCH, status: ['retrying', 'failed', 'unconfirmed'], range: '24h' },
  },
  {
    name: TEXTS.waitingForPayment,
    meaning: TEXTS.ordersForWhichNo,
    search: {
      ...NO_SEARCH,
      status: ['held'],
      reason: ['stage-before-payment', 'payment-not-processed'],
    },
  },
  {
    name: TEXTS.today,
    meaning: TEXTS.whatArrivedSinceMidnight,
    search: { ...NO_SEARCH, range: 'today' },
  },
]
