'use client'

import { Checkbox, Stack } from '@mantine/core'
import { REASON_CODES } from '#lib/domain/transmission.ts'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import { REASON_LABELS } from '../texts/reason-words.ts'
import { type FilterChoiceProps, FilterPanel } from './filter-panel.tsx'

const TEXTS = FILTER_TEXTS.reasonFilter

export function ReasonChoice({ place, search, change }: FilterChoiceProps) {
  const choose = (values: string[]) => {
    const reason = REASON_CODES.filter((code) => values.includes(code))
    change({ reason: reason.length === 0 ? null : reason, says: null })
  }
  return (
    <FilterPanel place={place} label={TEXTS.reason} width={300}>
      <Checkbox.Group value={search.reason ?? []} onChange={choose} aria-label={TEXTS.reason}>
        <Stack gap="xs">
          {REASON_CODES.map((code) => (
            <Checkbox key={code} value={code} label={REASON_LABELS[code]} />
          ))}
        </Stack>
      </Checkbox.Group>
    </FilterPanel>
  )
}
