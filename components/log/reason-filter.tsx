'use client'

import { Checkbox, Stack } from '@mantine/core'
import { REASON_CODES } from '#lib/domain/transmission.ts'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import { REASON_LABELS } from '../texts/reason-words.ts'
import { FilterMenu } from './filter-menu.tsx'
import type { LogSearch } from './log-search-params.ts'
import type { LogSearchControl } from './use-log-search.ts'

const TEXTS = FILTER_TEXTS.reasonFilter

/** By why something waits, failed or was left out. */
export function ReasonFilter({ search, change }: LogSearchControl) {
  const chosen = search.reason ?? []
  const choose = (values: string[]) => {
    const reason = REASON_CODES.filter((code) => values.includes(code))
    change({ reason: reason.length === 0 ? null : reason, says: null })
  }
  return (
    <FilterMenu label={TEXTS.reason} chosen={summarize(search)} width={300}>
      <Checkbox.Group value={chosen} onChange={choose} aria-label={TEXTS.reason}>
        <Stack gap="xs">
          {REASON_CODES.map((code) => (
            <Checkbox key={code} value={code} label={REASON_LABELS[code]} />
          ))}
        </Stack>
      </Checkbox.Group>
    </FilterMenu>
  )
}

function summarize({ reason, says }: LogSearch): string | null {
  if (says !== null) return says
  const [first, ...others] = reason ?? []
  if (first === undefined) return null
  const label = REASON_LABELS[first]
  return others.length === 0 ? label : `${label} +${others.length}`
}
