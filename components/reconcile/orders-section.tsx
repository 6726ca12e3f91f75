'use client'

import { Button, Group } from '@mantine/core'
import { IconDownload, IconFilterOff } from '@tabler/icons-react'
import type { ReconciledOrder } from '#lib/domain/reconcile.ts'
import { EmptyNote } from '../empty-note.tsx'
import { ListPages } from '../list-pages.tsx'
import { Link } from '../navigation.tsx'
import { SectionCard } from '../section-card.tsx'
import { RECONCILE_TEXTS } from '../texts/reconcile.ts'
import { nameSelection } from '../texts/reconcile-words.ts'
import { OrderTable } from './order-table.tsx'
import {
  type ReconcileSearch,
  reconcileFilePath,
  reconcilePath,
} from './reconcile-search-params.ts'

const TEXTS = RECONCILE_TEXTS.ordersSection

type OrdersSectionProps = {
  page: { orders: ReconciledOrder[]; nextCursor: string | null }
  search: ReconcileSearch
  isLoading: boolean
}

/** The orders of the period, all or those behind one cause, each explained by itself. */
export function OrdersSection({ page, search, isLoading }: OrdersSectionProps) {
  const { show, currency, cursor } = search
  const title = show === null ? TEXTS.allOrders : nameSelection(show)
  return (
    <SectionCard
      id="orders"
      title={currency === null ? title : `${title}, ${currency}`}
      description={TEXTS.description}
      action={<Actions search={search} />}
      isFlush
    >
      {page.orders.length === 0 ? (
        <EmptyNote icon={<IconFilterOff size={26} stroke={1.6} />} title={TEXTS.title}>
          {TEXTS.inThisPeriodThere}
        </EmptyNote>
      ) : (
        <OrderTable orders={page.orders} isLoading={isLoading} />
      )}
      <Group justify="flex-end" p="md" pt={0}>
        <ListPages
          of="orders"
          cursor={cursor}
          nextCursor={page.nextCursor}
          pathOf={(to) => `${reconcilePath({ ...search, cursor: to })}#orders`}
        />
      </Group>
    </SectionCard>
  )
}

function Actions({ search }: { search: ReconcileSearch }) {
  const isPart = search.show !== null || search.currency !== null
  return (
    <Group gap="xs">
      {isPart && (
        <Button
          component={Link}
          href={`${reconcilePath({ ...search, show: null, currency: null, cursor: null })}#orders`}
          variant="default"
          size="xs"
        >
          {TEXTS.showAllOrders}
        </Button>
      )}
      <Button
        component="a"
        href={reconcileFilePath(search)}
        download
        variant="default"
        size="xs"
        leftSection={<IconDownload size={15} stroke={1.8} aria-hidden />}
      >
        {TEXTS.downloadCsv}
      </Button>
    </Group>
  )
}
