'use client'

import { Anchor, Table, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { DifferenceCause } from '#lib/domain/reconcile-causes.ts'
import type { CurrencyReconciliation } from '#lib/domain/reconcile-period.ts'
import { formatAmount } from '../amount.ts'
import { Link } from '../navigation.tsx'
import { RECONCILE_TEXTS } from '../texts/reconcile.ts'
import { CAUSE_WORDS } from '../texts/reconcile-words.ts'
import classes from './reconcile.module.css'
import { type ReconcileSearch, reconcilePath } from './reconcile-search-params.ts'

const TEXTS = RECONCILE_TEXTS.causesTable

type CausesTableProps = { figures: CurrencyReconciliation; search: ReconcileSearch }

/** From UltraCart's total down to ONTRAPORT's, cause by cause; each leads to its orders. */
export function CausesTable({ figures, search }: CausesTableProps) {
  const { currency, ultracartCents, ontraportCents, causes } = figures
  return (
    <Table className={classes.table} aria-label={TEXTS.fromUltracartToOntraport(currency)}>
      <Table.Tbody>
        <TotalRow label={TEXTS.ultracart}>{formatAmount(ultracartCents, currency)}</TotalRow>
        {causes.map(({ cause, cents }) => (
          <Table.Tr key={cause}>
            <Table.Th scope="row">
              <Anchor
                component={Link}
                href={`${reconcilePath({ ...search, show: cause, currency, cursor: null })}#orders`}
                inherit
              >
                {CAUSE_WORDS[cause].label}
              </Anchor>
              <Text size="xs" c="dimmed">
                {CAUSE_WORDS[cause].meaning} {countOrders(figures, cause)}
              </Text>
            </Table.Th>
            <Table.Td className={classes.number}>{formatAmount(-cents, currency)}</Table.Td>
          </Table.Tr>
        ))}
        <TotalRow label={TEXTS.ontraportShouldShow}>
          {formatAmount(ontraportCents, currency)}
        </TotalRow>
      </Table.Tbody>
    </Table>
  )
}

function TotalRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Table.Tr className={classes.totalRow}>
      <Table.Th scope="row">{label}</Table.Th>
      <Table.Td className={classes.number}>{children}</Table.Td>
    </Table.Tr>
  )
}

function countOrders({ states }: CurrencyReconciliation, cause: DifferenceCause): string {
  const count = states.find(({ state }) => state === cause)?.orderCount
  if (count === undefined) return ''
  return TEXTS.orders(count)
}
