'use client'

import { Group, Table, Text } from '@mantine/core'
import type { AffiliatesPreview, PreviewRow } from '#lib/domain/affiliate-list.ts'
import { Badge } from '../badge.tsx'
import type { Tone } from '../words.ts'
import classes from './affiliate-table.module.css'
import { ApprovalBadge } from './approval-badge.tsx'

const VERDICTS = ['new', 'changed', 'unchanged', 'faulty'] as const

const WORDS: Record<PreviewRow['verdict'], { label: string; tone: Tone }> = {
  new: { label: 'New', tone: 'good' },
  changed: { label: 'Changed', tone: 'busy' },
  unchanged: { label: 'Unchanged', tone: 'quiet' },
  faulty: { label: 'Faulty', tone: 'bad' },
}

/** What a list would change, before it does. */
export function ListPreview({ preview: { counts, rows } }: { preview: AffiliatesPreview }) {
  const total = VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0)
  return (
    <div>
      <Group gap="xs" mb="xs" role="status">
        {VERDICTS.map((verdict) => (
          <Badge key={verdict} tone={counts[verdict] === 0 ? 'quiet' : WORDS[verdict].tone}>
            {counts[verdict]} {WORDS[verdict].label.toLowerCase()}
          </Badge>
        ))}
      </Group>
      <Table.ScrollContainer minWidth={0} maxHeight={380} type="native" tabIndex={0}>
        <div className={classes.frame}>
          <Table className={classes.table} aria-label="What the list would change">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Row</Table.Th>
                <Table.Th>Affiliate</Table.Th>
                <Table.Th>Approval</Table.Th>
                <Table.Th>What happens</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Row key={row.row} row={row} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </Table.ScrollContainer>
      {rows.length < total && (
        <Text size="xs" c="dimmed" mt="xs">
          Of each kind the first 100 are shown.
        </Text>
      )}
    </div>
  )
}

function Row({ row }: { row: PreviewRow }) {
  const { label, tone } = WORDS[row.verdict]
  return (
    <Table.Tr>
      <Table.Td>{row.row}</Table.Td>
      <Table.Td>
        <span className={classes.number}>{row.affiliateId}</span> {row.name}
        <Text size="xs" c="dimmed">
          {row.email}
        </Text>
      </Table.Td>
      <Table.Td>
        {row.isApproved !== null && <ApprovalBadge isApproved={row.isApproved} />}
      </Table.Td>
      <Table.Td>
        <Badge tone={tone}>{label}</Badge>
        <div className={classes.note}>{row.note}</div>
      </Table.Td>
    </Table.Tr>
  )
}
