'use client'

import type { ProductListPlan } from '#lib/domain/product-list.ts'
import { PlanFrame } from '../list-import/plan-frame.tsx'
import { VerdictBadge } from '../list-import/verdict-badge.tsx'
import { Table } from '../table.tsx'
import { PRODUCTS_TEXTS } from '../texts/products.ts'

const TEXTS = PRODUCTS_TEXTS.listPreview

export function ListPreview({ plan }: { plan: ProductListPlan }) {
  return (
    <PlanFrame plan={plan}>
      <Table aria-label={TEXTS.whatTheListWould}>
        <thead>
          <tr>
            <th>{TEXTS.row}</th>
            <th>{TEXTS.item}</th>
            <th>{TEXTS.whatHappens}</th>
          </tr>
        </thead>
        <tbody>
          {plan.rows.map(({ row, itemId, verdict, note }) => (
            <tr key={row}>
              <td>{row}</td>
              <td>{itemId}</td>
              <td>
                <VerdictBadge verdict={verdict} /> {note}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </PlanFrame>
  )
}
