'use client'

import { Checkbox, Stack } from '@mantine/core'
import { TRANSMISSION_STATUSES, type TransmissionStatus } from '#lib/domain/transmission.ts'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import { STATUS_WORDS } from '../texts/words.ts'
import { FilterMenu } from './filter-menu.tsx'
import type { LogSearchControl } from './use-log-search.ts'

const TEXTS = FILTER_TEXTS.statusFilter

export function StatusFilter({ search, change }: LogSearchControl) {
  const chosen = search.status ?? []
  const choose = (values: string[]) => {
    const status = TRANSMISSION_STATUSES.filter((candidate) => values.includes(candidate))
    change({ status: status.length === 0 ? null : status })
  }
  return (
    <FilterMenu id="status" hint="f" label={TEXTS.status} chosen={summarize(chosen)} width={320}>
      <Checkbox.Group value={chosen} onChange={choose} aria-label={TEXTS.status}>
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
    </FilterMenu>
  )
}

function summarize(chosen: TransmissionStatus[]): string | null {
  const [first, ...others] = chosen
  if (first === undefined) return null
  const label = STATUS_WORDS[first].label
  return others.length === 0 ? label : `${label} +${others.length}`
}
