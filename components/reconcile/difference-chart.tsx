'use client'

import { BarChart } from '@mantine/charts'
import type { CurrencyReconciliation } from '#lib/domain/reconcile-period.ts'
import { formatAmount } from '../amount.ts'
import { RECONCILE_TEXTS } from '../texts/reconcile.ts'
import { CAUSE_WORDS } from '../texts/reconcile-words.ts'

const TEXTS = RECONCILE_TEXTS.differenceChart

type DifferenceChartProps = { figures: CurrencyReconciliation; height: number }
type Bar = { name: string; amount: number; color: string; standalone?: boolean }

/** More bars than these are too thin to be told apart. */
const MOST_CAUSES = 6

/** UltraCart's total falls, cause by cause, to ONTRAPORT's. The table beside it says the same in figures. */
export function DifferenceChart({ figures, height }: DifferenceChartProps) {
  const { currency } = figures
  return (
    <div aria-hidden>
      <BarChart
        h={height}
        data={toBars(figures)}
        dataKey="name"
        type="waterfall"
        orientation="vertical"
        series={[{ name: 'amount', label: TEXTS.amount, color: 'var(--tone-busy-ink)' }]}
        valueFormatter={(cents) => formatAmount(cents, currency)}
        withLegend={false}
        maxBarWidth={28}
        gridAxis="x"
        tickLine="none"
        yAxisProps={{ width: 104, interval: 0 }}
        barChartProps={{ accessibilityLayer: false }}
        barProps={{ isAnimationActive: false }}
      />
    </div>
  )
}

function toBars({ ultracartCents, ontraportCents, causes }: CurrencyReconciliation): Bar[] {
  const bySize = causes.toSorted((a, b) => Math.abs(b.cents) - Math.abs(a.cents))
  const rest = bySize.slice(MOST_CAUSES).reduce((sum, { cents }) => sum + cents, 0)
  return [
    { name: 'UltraCart', amount: ultracartCents, color: 'var(--tone-busy-ink)' },
    ...bySize
      .slice(0, MOST_CAUSES)
      .map(({ cause, cents }) => toStep(CAUSE_WORDS[cause].short, cents)),
    ...(rest === 0 ? [] : [toStep(TEXTS.allOthers, rest)]),
    {
      name: 'ONTRAPORT',
      amount: ontraportCents,
      color: 'var(--tone-good-ink)',
      standalone: true,
    },
  ]
}

function toStep(name: string, cents: number): Bar {
  return { name, amount: -cents, color: 'var(--tone-retry-ink)' }
}
