'use client'

import { SimpleGrid, Skeleton, Stack } from '@mantine/core'
import { useMounted } from '@mantine/hooks'
import { lazy, Suspense } from 'react'
import type { CurrencyReconciliation } from '#lib/domain/reconcile-period.ts'
import { SectionCard } from '../section-card.tsx'
import { RECONCILE_TEXTS } from '../texts/reconcile.ts'
import { CausesTable } from './causes-table.tsx'
import { CompositionList } from './composition-list.tsx'
import { OwnTotal } from './own-total.tsx'
import type { ReconcileSearch } from './reconcile-search-params.ts'
import { TotalTiles } from './total-tiles.tsx'

const TEXTS = RECONCILE_TEXTS.currencySection

type CurrencySectionProps = { figures: CurrencyReconciliation; search: ReconcileSearch }

const CHART_HEIGHT = 300
/** Drawing is a large piece of program that nobody needs before the figures. */
const DifferenceChart = lazy(async () => ({
  default: (await import('./difference-chart.tsx')).DifferenceChart,
}))

/** One currency of the period: the totals, what makes them differ, and what they are made of. */
export function CurrencySection({ figures, search }: CurrencySectionProps) {
  return (
    <SectionCard title={TEXTS.title(figures.currency)} description={describe(figures)}>
      <Stack gap="lg">
        <TotalTiles figures={figures} />
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          <CausesTable figures={figures} search={search} />
          <LateChart figures={figures} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          <CompositionList figures={figures} />
          <OwnTotal figures={figures} />
        </SimpleGrid>
      </Stack>
    </SectionCard>
  )
}

function LateChart({ figures }: { figures: CurrencyReconciliation }) {
  const isMounted = useMounted()
  const place = <Skeleton height={CHART_HEIGHT} animate={false} />
  if (!isMounted) return place
  return (
    <Suspense fallback={place}>
      <DifferenceChart figures={figures} height={CHART_HEIGHT} />
    </Suspense>
  )
}

function describe({ orderCount, deletedCount, noAmountCount }: CurrencyReconciliation): string {
  const orders = TEXTS.orders(orderCount)
  const rest = [
    deletedCount > 0 && TEXTS.sinceDeletedInUltracart(deletedCount),
    noAmountCount > 0 && TEXTS.reportedWithoutAmounts(noAmountCount),
  ].filter((part) => part !== false)
  return [orders, ...rest].join(', ')
}
