'use client'

import { Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { RECONCILE_TEXTS } from '../texts/reconcile.ts'
import { nameZone } from '../time/format-moment.ts'
import { useTimeZone } from '../time/time-zone.tsx'
import { PERIODS, type PeriodName, type ReconcileSearch } from './reconcile-search-params.ts'
import type { Days } from './to-period.ts'

const TEXTS = RECONCILE_TEXTS.periodPicker

const PERIOD_WORDS: Record<PeriodName, string> = {
  'this-month': TEXTS.thisMonth,
  'last-month': TEXTS.lastMonth,
  '7d': TEXTS.last7Days,
  '30d': TEXTS.last30Days,
  custom: TEXTS.daysIChoose,
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
        label={TEXTS.ordersPlaced}
        value={search.period}
        onChange={(event) => choose(event.currentTarget.value)}
        data={PERIODS.map((period) => ({ value: period, label: PERIOD_WORDS[period] }))}
      />
      {search.period === 'custom' && (
        <>
          <DayInput
            label={TEXTS.firstDay}
            value={days.first}
            onChoose={(from) => change({ from, cursor: null })}
          />
          <DayInput
            label={TEXTS.lastDay}
            value={days.last}
            onChoose={(to) => change({ to, cursor: null })}
          />
        </>
      )}
      <Text size="sm" c="dimmed" pb={8}>
        {TEXTS.to(days.first, days.last, nameZone(timeZone))}
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
