'use client'

import { Anchor, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { DifferenceCause } from '#lib/domain/reconcile-causes.ts'
import type { CurrencyReconciliation } from '#lib/domain/reconcile-period.ts'
import { formatAmount } from '../amount.ts'
import { Link } from '../navigation.tsx'
import { Table } from '../table.tsx'
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
      <tbody>
        <TotalRow label={TEXTS.ultracart}>{formatAmount(ultracartCents, currency)}</TotalRow>
        {causes.map(({ cause, cents }) => (
          <tr key={cause}>
            <th scope="row">
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
            </th>
            <td className={classes.number}>{formatAmount(-cents, currency)}</td>
          </tr>
        ))}
        <TotalRow label={TEXTS.ontraportShouldShow}>
          {formatAmount(ontraportCents, currency)}
        </TotalRow>
      </tbody>
    </Table>
  )
}

function TotalRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <tr className={classes.totalRow}>
      <th scope="row">{label}</th>
      <td className={classes.number}>{children}</td>
    </tr>
  )
}

function countOrders({ states }: CurrencyReconciliation, cause: DifferenceCause): string {
  const count = states.find(({ state }) => state === cause)?.orderCount
  if (count === undefined) return ''
  return TEXTS.orders(count)
}
