'use client'

import { Button, Group } from '@mantine/core'
import { IconDownload, IconFilterOff } from '@tabler/icons-react'
import type { ReconciledOrder } from '#lib/domain/reconcile.ts'
import { EmptyNote } from '../empty-note.tsx'
import { ListPages } from '../list-pages.tsx'
import { Link } from '../navigation.tsx'
import { SectionCard } from '../section-card.tsx'
import { OrderTable } from './order-table.tsx'
import {
  type ReconcileSearch,
  reconcileFilePath,
  reconcilePath,
} from './reconcile-search-params.ts'
import { nameSelection } from './reconcile-words.ts'

type OrdersSectionProps = {
  page: { orders: ReconciledOrder[]; nextCursor: string | null }
  search: ReconcileSearch
  isLoading: boolean
}

/** The orders of the period, all or those behind one cause, each explained by itself. */
export function OrdersSection({ page, search, isLoading }: OrdersSectionProps) {
  const { show, currency, cursor } = search
  const title = show === null ? 'All orders' : nameSelection(show)
  return (
    <SectionCard
      id="orders"
      title={currency === null ? title : `${title}, ${currency}`}
      description="Each order with both totals; its number leads to its messages in the log."
      action={<Actions search={search} />}
      isFlush
    >
      {page.orders.length === 0 ? (
        <EmptyNote icon={<IconFilterOff size={26} stroke={1.6} />} title="No such orders">
          In this period there are none.
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
          Show all orders
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
        Download CSV
      </Button>
    </Group>
  )
}
