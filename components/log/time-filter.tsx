'use client'

import { Radio, Stack, Text, TextInput } from '@mantine/core'
import { nameZone } from '../time/format-moment.ts'
import { useTimeZone } from '../time/time-zone.tsx'
import { FilterMenu } from './filter-menu.tsx'
import { type LogSearch, TIME_RANGES, type TimeRange } from './log-search-params.ts'
import type { LogSearchControl } from './use-log-search.ts'

const RANGE_WORDS: Record<TimeRange, string> = {
  today: 'Today',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
  custom: 'Days I choose',
}

export function TimeFilter({ search, change }: LogSearchControl) {
  const timeZone = useTimeZone()
  const choose = (value: string) => {
    const range = TIME_RANGES.find((candidate) => candidate === value) ?? null
    change(range === 'custom' ? { range } : { range, from: null, to: null })
  }
  return (
    <FilterMenu label="Time" chosen={summarize(search)} width={260}>
      <Radio.Group value={search.range ?? ''} onChange={choose} aria-label="Time">
        <Stack gap="sm">
          <Radio value="" label="Any time" />
          {TIME_RANGES.map((range) => (
            <Radio key={range} value={range} label={RANGE_WORDS[range]} />
          ))}
        </Stack>
      </Radio.Group>
      {search.range === 'custom' && <DayInputs search={search} change={change} />}
      <Text size="xs" c="dimmed" mt="sm">
        Days begin at midnight, {nameZone(timeZone)}.
      </Text>
    </FilterMenu>
  )
}

function DayInputs({ search, change }: Pick<LogSearchControl, 'search' | 'change'>) {
  return (
    <Stack gap="xs" mt="sm">
      <TextInput
        type="date"
        label="First day"
        value={search.from ?? ''}
        max={search.to ?? undefined}
        onChange={(event) => change({ from: event.currentTarget.value || null })}
      />
      <TextInput
        type="date"
        label="Last day"
        value={search.to ?? ''}
        min={search.from ?? undefined}
        onChange={(event) => change({ to: event.currentTarget.value || null })}
      />
    </Stack>
  )
}

function summarize({ range, from, to }: LogSearch): string | null {
  if (range === null) return null
  if (range !== 'custom') return RANGE_WORDS[range]
  if (from === null && to === null) return 'choose days'
  return `${from ?? '…'} to ${to ?? 'today'}`
}
