'use client'

import { Paper, Stack } from '@mantine/core'
import { IconCalendarOff, IconHistory } from '@tabler/icons-react'
import { useQueryStates } from 'nuqs'
import { useTransition } from 'react'
import type { ReconciledOrder } from '#lib/domain/reconcile.ts'
import type { CurrencyReconciliation } from '#lib/domain/reconcile-period.ts'
import { EmptyNote } from '../empty-note.tsx'
import { HelpNote } from '../help/help-note.tsx'
import { Notice } from '../notice.tsx'
import { PageHeader } from '../page-header.tsx'
import { RECONCILE_TEXTS } from '../texts/reconcile.ts'
import { Moment } from '../time/moment.tsx'
import { Worded } from '../worded.tsx'
import { CurrencySection } from './currency-section.tsx'
import { OrdersSection } from './orders-section.tsx'
import { PeriodPicker } from './period-picker.tsx'
import { reconcileSearchParams } from './reconcile-search-params.ts'
import type { Days } from './to-period.ts'

const TEXTS = RECONCILE_TEXTS.reconcileScreen

type ReconcileScreenProps = {
  days: Days
  currencies: CurrencyReconciliation[]
  /** Set when orders of the period have gone from the log. */
  logBeginsAt: string | null
  page: { orders: ReconciledOrder[]; nextCursor: string | null }
}

/** Two totals, what makes them differ, and the orders behind each cause. */
export function ReconcileScreen({ days, currencies, logBeginsAt, page }: ReconcileScreenProps) {
  const [isLoading, startTransition] = useTransition()
  const [search, setSearch] = useQueryStates(reconcileSearchParams, {
    shallow: false,
    scroll: false,
    startTransition,
  })
  return (
    <>
      <PageHeader title={TEXTS.title} description={TEXTS.description} />
      <Stack gap="lg">
        <PeriodPicker search={search} days={days} change={(next) => void setSearch(next)} />
        {logBeginsAt !== null && (
          <Notice
            tone="quiet"
            title={TEXTS.theLogDoesNot}
            icon={<IconHistory size={18} stroke={1.8} />}
          >
            <Worded
              text={TEXTS.itBeginsOrdersTold}
              parts={{ moment: <Moment at={logBeginsAt} style="full" /> }}
            />
          </Notice>
        )}
        {currencies.length === 0 ? (
          <NoOrders />
        ) : (
          currencies.map((figures) => (
            <CurrencySection key={figures.currency} figures={figures} search={search} />
          ))
        )}
        {currencies.length > 0 && (
          <OrdersSection page={page} search={search} isLoading={isLoading} />
        )}
        <HelpNote topic="totals" />
      </Stack>
    </>
  )
}

function NoOrders() {
  return (
    <Paper radius="lg" withBorder>
      <EmptyNote icon={<IconCalendarOff size={26} stroke={1.6} />} title={TEXTS.noOrdersWerePlaced}>
        {TEXTS.onlyOrdersThatUltracart}
      </EmptyNote>
    </Paper>
  )
}
