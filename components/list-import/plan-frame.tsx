'use client'

import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { LIST_VERDICTS, type ListVerdict, SHOWN_ROWS } from '#lib/domain/list-verdict.ts'
import { TableScroller } from '../table.tsx'
import { LIST_IMPORT_TEXTS } from '../texts/list-import.ts'
import type { ListPlan } from './list-deeds.ts'
import { VerdictCount } from './verdict-badge.tsx'

type PlanFrameProps = {
  plan: ListPlan & { rows: { verdict: ListVerdict }[] }
  /** The table of the rows. */
  children: ReactNode
}

/** What a list would change, before it does: the counts above, the rows below. */
export function PlanFrame({ plan: { counts, rows }, children }: PlanFrameProps) {
  const shown = new Set(rows.map((row) => row.verdict))
  return (
    <div>
      <Group gap="xs" mb="xs" role="status">
        {LIST_VERDICTS.map((verdict) => (
          <VerdictCount key={verdict} verdict={verdict} count={counts[verdict]} />
        ))}
      </Group>
      {rows.length > 0 && (
        <TableScroller label={LIST_IMPORT_TEXTS.planFrame.label} maxHeight={380}>
          {children}
        </TableScroller>
      )}
      {[...shown].some((verdict) => counts[verdict] > SHOWN_ROWS) && (
        <Text size="xs" c="dimmed" mt="xs">
          {LIST_IMPORT_TEXTS.planFrame.ofEachKindThe(SHOWN_ROWS)}
        </Text>
      )}
    </div>
  )
}
