'use client'

import { Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { nameZone } from '../time/format-moment.ts'
import { useTimeZone } from '../time/time-zone.tsx'
import { PERIODS, type PeriodName, type ReconcileSearch } from './reconcile-search-params.ts'
import type { Days } from './to-period.ts'

const PERIOD_WORDS: Record<PeriodName, string> = {
  'this-month': 'This month',
  'last-month': 'Last month',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
  custom: 'Days I choose',
}

type PeriodPickerProps = {
  search: ReconcileSearch
  days: Days
  change: (next: Partial<ReconcileSearch>) => void
}

/** Which orders count: those placed on these days of the merchant's zone. */
export function PeriodPicker({ search, days, change }: PeriodPickerProps) {
  const timeZone = useTimeZone()
  const choose = (value: string) => {
    const period = PERIODS.find((candidate) => candidate === value) ?? 'this-month'
    const edges = period === 'custom' ? days : { first: null, last: null }
    change({ period, from: edges.first, to: edges.last, cursor: null })
  }
  return (
    <Group align="flex-end" gap="sm">
      <NativeSelect
        label="Orders placed"
        value={search.period}
        onChange={(event) => choose(event.currentTarget.value)}
        data={PERIODS.map((period) => ({ value: period, label: PERIOD_WORDS[period] }))}
      />
      {search.period === 'custom' && (
        <>
          <DayInput
            label="First day"
            value={days.first}
            onChoose={(from) => change({ from, cursor: null })}
          />
          <DayInput
            label="Last day"
            value={days.last}
            onChoose={(to) => change({ to, cursor: null })}
          />
        </>
      )}
      <Text size="sm" c="dimmed" pb={8}>
        {days.first} to {days.last}, {nameZone(timeZone)}
      </Text>
    </Group>
  )
}

type DayInputProps = { label: string; value: string; onChoose: (day: string) => void }

function DayInput({ label, value, onChoose }: DayInputProps) {
  return (
    <TextInput
      type="date"
      label={label}
      value={value}
      onChange={({ currentTarget }) => currentTarget.value !== '' && onChoose(currentTarget.value)}
    />
  )
}
