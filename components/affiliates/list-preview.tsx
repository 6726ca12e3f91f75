'use client'

import { Text } from '@mantine/core'
import type { AffiliatesPreview, PreviewRow } from '#lib/domain/affiliate-list.ts'
import { PlanFrame } from '../list-import/plan-frame.tsx'
import { VerdictBadge } from '../list-import/verdict-badge.tsx'
import { Table } from '../table.tsx'
import { AFFILIATES_TEXTS } from '../texts/affiliates.ts'
import classes from './affiliate-table.module.css'
import { ApprovalBadge } from './approval-badge.tsx'

const TEXTS = AFFILIATES_TEXTS.listPreview

export function ListPreview({ preview }: { preview: AffiliatesPreview }) {
  return (
    <PlanFrame plan={preview}>
      <div className={classes.frame}>
        <Table className={classes.table} aria-label={TEXTS.whatTheListWould}>
          <thead>
            <tr>
              <th>{TEXTS.row}</th>
              <th>{TEXTS.affiliate}</th>
              <th>{TEXTS.approval}</th>
              <th>{TEXTS.whatHappens}</th>
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row) => (
              <Row key={row.row} row={row} />
            ))}
          </tbody>
        </Table>
      </div>
    </PlanFrame>
  )
}

function Row({ row }: { row: PreviewRow }) {
  const { affiliateId, name, email, isApproved, verdict, note } = row
  return (
    <tr>
      <td>{row.row}</td>
      <td>
        <span className={classes.number}>{affiliateId}</span> {name}
        <Text size="xs" c="dimmed">
          {email}
        </Text>
      </td>
      <td>{isApproved !== null && <ApprovalBadge isApproved={isApproved} />}</td>
      <td>
        <VerdictBadge verdict={verdict} />
        <div className={classes.note}>{note}</div>
      </td>
    </tr>
  )
}
