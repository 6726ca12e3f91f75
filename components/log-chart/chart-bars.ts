import type { LogCount } from '#lib/domain/log-figures.ts'
import { TRANSMISSION_TYPES, type TransmissionStatus } from '#lib/domain/transmission.ts'
import type { LogSearch } from '../log/log-search-params.ts'
import { CHART_TEXTS } from '../texts/log-chart.ts'
import { TYPE_WORDS } from '../texts/words.ts'

const TEXTS = CHART_TEXTS.chartBars

export type ChartKind = 'outcome' | 'type'

/** One colour of the bars. */
export type Series = {
  key: string
  label: string
  /** What shows the rows of it alone. */
  filter: Pick<LogSearch, 'status'> | Pick<LogSearch, 'type'>
  holds: (count: LogCount) => boolean
}

const byStatus = (key: string, label: string, status: TransmissionStatus[]): Series => ({
  key,
  label,
  filter: { status },
  holds: (count) => status.includes(count.status),
})

/** Bottom to top. */
export const SERIES: Record<ChartKind, Series[]> = {
  outcome: [
    byStatus('good', TEXTS.sent, ['sent']),
    byStatus('wait', TEXTS.underWayOrHeld, ['held', 'queued', 'sending', 'retrying']),
    byStatus('bad', TEXTS.failedOrUnconfirmed, ['failed', 'unconfirmed']),
    byStatus('quiet', TEXTS.skipped, ['skipped']),
  ],
  type: TRANSMISSION_TYPES.map((type) => ({
    key: type,
    label: TYPE_WORDS[type],
    filter: { type },
    holds: (count) => count.type === type,
  })),
}

export type Bar = {
  from: Date
  to: Date
  /** One a series, in their order. */
  parts: number[]
  total: number
}

/** A bar for each stretch between two edges, empty ones too. */
export function toBars(
  counts: readonly LogCount[],
  edges: readonly Date[],
  series: readonly Series[],
): Bar[] {
  return edges.slice(0, -1).map((from, slot) => {
    const here = counts.filter((count) => count.slot === slot)
    const parts = series.map(({ holds }) => sum(here.filter(holds)))
    return { from, to: edges[slot + 1] ?? from, parts, total: sum(here) }
  })
}

/** Of all bars together, one a series. */
export function toTotals(counts: readonly LogCount[], series: readonly Series[]): number[] {
  return series.map(({ holds }) => sum(counts.filter(holds)))
}

function sum(counts: readonly LogCount[]): number {
  return counts.reduce((total, { count }) => total + count, 0)
}
