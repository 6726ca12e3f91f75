'use client'

import { Table, Text } from '@mantine/core'
import type { AffiliatesPreview, PreviewRow } from '#lib/domain/affiliate-list.ts'
import { PlanFrame } from '../list-import/plan-frame.tsx'
import { VerdictBadge } from '../list-import/verdict-badge.tsx'
import { AFFILIATES_TEXTS } from '../texts/affiliates.ts'
import classes from './affiliate-table.module.css'
import { ApprovalBadge } from './approval-badge.tsx'

const TEXTS = AFFILIATES_TEXTS.listPreview

export function ListPreview({ preview }: { preview: AffiliatesPreview }) {
  return (
    <PlanFrame plan={preview}>
      <div className={classes.frame}>
        <Table className={classes.table} aria-label={TEXTS.whatTheListWould}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{TEXTS.row}</Table.Th>
              <Table.Th>{TEXTS.affiliate}</Table.Th>
              <Table.Th>{TEXTS.approval}</Table.Th>
              <Table.Th>{TEXTS.whatHappens}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {preview.rows.map((row) => (
              <Row key={row.row} row={row} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </PlanFrame>
  )
}

function Row({ row }: { row: PreviewRow }) {
  const { affiliateId, name, email, isApproved, verdict, note } = row
  return (
    <Table.Tr>
      <Table.Td>{row.row}</Table.Td>
      <Table.Td>
        <span className={classes.number}>{affiliateId}</span> {name}
        <Text size="xs" c="dimmed">
          {email}
        </Text>
      </Table.Td>
      <Table.Td>{isApproved !== null && <ApprovalBadge isApproved={isApproved} />}</Table.Td>
      <Table.Td>
        <VerdictBadge verdict={verdict} />
        <div className={classes.note}>{note}</div>
      </Table.Td>
    </Table.Tr>
  )
}
