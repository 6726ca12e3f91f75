import { FILTER_TEXTS } from '../texts/log-filters.ts'
import type { TimeRange } from './log-search-params.ts'

const TEXTS = FILTER_TEXTS.timeFilter

export const RANGE_WORDS: Record<TimeRange, string> = {
  '1h': TEXTS.lastHour,
  '24h': TEXTS.last24Hours,
  today: TEXTS.today,
  yesterday: TEXTS.yesterday,
  '7d': TEXTS.last7Days,
  '30d': TEXTS.last30Days,
  '90d': TEXTS.last90Days,
  custom: TEXTS.fromAndTo,
}
