'use client'

import { Radio, Stack } from '@mantine/core'
import { TRANSMISSION_TYPES } from '#lib/domain/transmission.ts'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import { TYPE_WORDS } from '../texts/words.ts'
import { type FilterChoiceProps, FilterPanel } from './filter-panel.tsx'

const TEXTS = FILTER_TEXTS.typeFilter

export function TypeChoice({ place, search, change }: FilterChoiceProps) {
  const choose = (value: string) =>
    change({ type: TRANSMISSION_TYPES.find((candidate) => candidate === value) ?? null })
  return (
    <FilterPanel place={place} label={TEXTS.type} width={220}>
      <Radio.Group value={search.type ?? ''} onChange={choose} aria-label={TEXTS.type}>
        <Stack gap="sm">
          <Radio value="" label={TEXTS.anyType} />
          {TRANSMISSION_TYPES.map((type) => (
            <Radio key={type} value={type} label={TYPE_WORDS[type]} />
          ))}
        </Stack>
      </Radio.Group>
    </FilterPanel>
  )
}
