'use client'

import { Table, Title } from '@mantine/core'
import { useId } from 'react'
import type { CurrencyReconciliation } from '#lib/domain/reconcile-period.ts'
import { formatAmount } from '../amount.ts'
import classes from './reconcile.module.css'

/** What UltraCart's total is made of, each part by itself. */
export function CompositionList({ figures }: { figures: CurrencyReconciliation }) {
  const { currency, composition, ultracartCents } = figures
  const titleId = useId()
  const parts: [label: string, cents: number][] = [
    ['Goods', composition.goodsCents],
    ['Discounts', -composition.discountCents],
    ['Tax', composition.taxCents],
    ['Shipping and handling', composition.shippingCents],
    ['Surcharges', composition.surchargeCents],
    ['Gift charges, gift certificates and other', composition.otherCents],
    ['Refunds', -composition.refundedCents],
    ['UltraCart’s total', ultracartCents],
  ]
  return (
    <div>
      <Title order={3} id={titleId} mb="xs">
        What UltraCart’s total is made of
      </Title>
      <Table className={classes.table} aria-labelledby={titleId}>
        <Table.Tbody>
          {parts.map(([label, cents], at) => (
            <Table.Tr
              key={label}
              className={at === parts.length - 1 ? classes.totalRow : undefined}
            >
              <Table.Th scope="row">{label}</Table.Th>
              <Table.Td className={classes.number}>{formatAmount(cents, currency)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
