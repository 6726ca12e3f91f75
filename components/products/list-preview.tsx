'use client'

import { Group, Table, Text } from '@mantine/core'
import type { ListVerdict, ProductListPlan } from '#lib/domain/product-list.ts'
import { Badge } from '../badge.tsx'
import type { Tone } from '../words.ts'

const VERDICTS: readonly ListVerdict[] = ['new', 'changed', 'unchanged', 'faulty']

const WORDS: Record<ListVerdict, { label: string; tone: Tone }> = {
  new: { label: 'New', tone: 'good' },
  changed: { label: 'Changed', tone: 'busy' },
  unchanged: { label: 'Unchanged', tone: 'quiet' },
  faulty: { label: 'Faulty', tone: 'bad' },
}

/** What a list would change, before it does. */
export function ListPreview({ plan: { counts, rows } }: { plan: ProductListPlan }) {
  const told = counts.new + counts.changed + counts.faulty
  return (
    <div>
      <Group gap="xs" mb="xs" role="status">
        {VERDICTS.map((verdict) => (
          <Badge key={verdict} tone={counts[verdict] === 0 ? 'quiet' : WORDS[verdict].tone}>
            {counts[verdict]} {WORDS[verdict].label.toLowerCase()}
          </Badge>
        ))}
      </Group>
      {rows.length > 0 && <Rows rows={rows} />}
      {rows.length < told && (
        <Text size="xs" c="dimmed" mt="xs">
          Of each kind the first 100 are shown.
        </Text>
      )}
    </div>
  )
}

function Rows({ rows }: Pick<ProductListPlan, 'rows'>) {
  return (
    <Table.ScrollContainer minWidth={0} maxHeight={380} type="native" tabIndex={0}>
      <Table aria-label="What the list would change">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Row</Table.Th>
            <Table.Th>Item</Table.Th>
            <Table.Th>What happens</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ row, itemId, verdict, note }) => (
            <Table.Tr key={row}>
              <Table.Td>{row}</Table.Td>
              <Table.Td>{itemId}</Table.Td>
              <Table.Td>
                <Badge tone={WORDS[verdict].tone}>{WORDS[verdict].label}</Badge> {note}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
