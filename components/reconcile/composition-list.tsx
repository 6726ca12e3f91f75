'use client'

import { Title } from '@mantine/core'
import { useId } from 'react'
import type { CurrencyReconciliation } from '#lib/domain/reconcile-period.ts'
import { formatAmount } from '../amount.ts'
import { Table } from '../table.tsx'
import { RECONCILE_TEXTS } from '../texts/reconcile.ts'
import classes from './reconcile.module.css'

const TEXTS = RECONCILE_TEXTS.compositionList

/** What UltraCart's total is made of, each part by itself. */
export function CompositionList({ figures }: { figures: CurrencyReconciliation }) {
  const { currency, composition, ultracartCents } = figures
  const titleId = useId()
  const parts: [label: string, cents: number][] = [
    [TEXTS.goods, composition.goodsCents],
    [TEXTS.discounts, -composition.discountCents],
    [TEXTS.tax, composition.taxCents],
    [TEXTS.shippingAndHandling, composition.shippingCents],
    [TEXTS.surcharges, composition.surchargeCents],
    [TEXTS.giftChargesGiftCertificates, composition.otherCents],
    [TEXTS.refunds, -composition.refundedCents],
    [TEXTS.ultracartsTotal, ultracartCents],
  ]
  return (
    <div>
      <Title order={3} id={titleId} mb="xs">
        {TEXTS.whatUltracartsTotalIs}
      </Title>
      <Table className={classes.table} aria-labelledby={titleId}>
        <tbody>
          {parts.map(([label, cents], at) => (
            <tr key={label} className={at === parts.length - 1 ? classes.totalRow : undefined}>
              <th scope="row">{label}</th>
              <td className={classes.number}>{formatAmount(cents, currency)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
