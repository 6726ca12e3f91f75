'use client'

import { Checkbox, Stack } from '@mantine/core'
import { TRANSMISSION_STATUSES } from '#lib/domain/transmission.ts'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import { STATUS_WORDS } from '../texts/words.ts'
import { type FilterChoiceProps, FilterPanel } from './filter-panel.tsx'

const TEXTS = FILTER_TEXTS.statusFilter

export function StatusChoice({ place, search, change }: FilterChoiceProps) {
  const choose = (values: string[]) => {
    const status = TRANSMISSION_STATUSES.filter((candidate) => values.includes(candidate))
    change({ status: status.length === 0 ? null : status })
  }
  return (
    <FilterPanel place={place} label={TEXTS.status} width={320}>
      <Checkbox.Group value={search.status ?? []} onChange={choose} aria-label={TEXTS.status}>
        <Stack gap="sm">
          {TRANSMISSION_STATUSES.map((status) => (
            <Checkbox
              key={status}
              value={status}
              label={STATUS_WORDS[status].label}
              description={STATUS_WORDS[status].meaning}
            />
          ))}
        </Stack>
      </Checkbox.Group>
    </FilterPanel>
  )
}
