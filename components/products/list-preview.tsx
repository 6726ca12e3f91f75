'use client'

import { Table } from '@mantine/core'
import type { ProductListPlan } from '#lib/domain/product-list.ts'
import { PlanFrame } from '../list-import/plan-frame.tsx'
import { VerdictBadge } from '../list-import/verdict-badge.tsx'
import { PRODUCTS_TEXTS } from '../texts/products.ts'

const TEXTS = PRODUCTS_TEXTS.listPreview

export function ListPreview({ plan }: { plan: ProductListPlan }) {
  return (
    <PlanFrame plan={plan}>
      <Table aria-label={TEXTS.whatTheListWould}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{TEXTS.row}</Table.Th>
            <Table.Th>{TEXTS.item}</Table.Th>
            <Table.Th>{TEXTS.whatHappens}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plan.rows.map(({ row, itemId, verdict, note }) => (
            <Table.Tr key={row}>
              <Table.Td>{row}</Table.Td>
              <Table.Td>{itemId}</Table.Td>
              <Table.Td>
                <VerdictBadge verdict={verdict} /> {note}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </PlanFrame>
  )
}
