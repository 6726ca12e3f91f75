'use client'

import { Table } from '@mantine/core'
import type { ProductListPlan } from '#lib/domain/product-list.ts'
import { PlanFrame } from '../list-import/plan-frame.tsx'
import { VerdictBadge } from '../list-import/verdict-badge.tsx'

export function ListPreview({ plan }: { plan: ProductListPlan }) {
  return (
    <PlanFrame plan={plan}>
      <Table aria-label="What the list would change">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Row</Table.Th>
            <Table.Th>Item</Table.Th>
            <Table.Th>What happens</Table.Th>
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
