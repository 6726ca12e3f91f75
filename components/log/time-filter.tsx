'use client'

import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import { formatMoment, nameZone } from '../time/format-moment.ts'
import { FilterMenu } from './filter-menu.tsx'
import { toPeriod } from './log-period.ts'
import { type LogSearch, TIME_RANGES, type TimeRange } from './log-search-params.ts'
import type { LogSearchControl } from './use-log-search.ts'
import { minuteInZone } from './zone-day.ts'

const TEXTS = FILTER_TEXTS.timeFilter

const RANGE_WORDS: Record<TimeRange, string> = {
  '1h': TEXTS.lastHour,
  '24h': TEXTS.last24Hours,
  today: TEXTS.today,
  yesterday: TEXTS.yesterday,
  '7d': TEXTS.last7Days,
  '30d': TEXTS.last30Days,
  '90d': TEXTS.last90Days,
  custom: TEXTS.fromAndTo,
}

type TimeFilterProps = LogSearchControl & { timeZone: string }

/** Always in the merchant's zone, whichever the times in the rows are shown in. */
export function TimeFilter({ search, change, timeZone }: TimeFilterProps) {
  const choose = (value: string) => {
    const range = TIME_RANGES.find((candidate) => candidate === value) ?? null
    change(range === 'custom' ? { range } : { range, from: null, to: null })
  }
  return (
    <FilterMenu
      id="time"
      label={TEXTS.time}
      chosen={summarize(search, timeZone)}
      width={290}
      hint="t"
    >
      <Radio.Group value={search.range ?? ''} onChange={choose} aria-label={TEXTS.time}>
        <Stack gap="sm">
          <Radio value="" label={TEXTS.anyTime} />
          {TIME_RANGES.map((range) => (
            <Radio key={range} value={range} label={RANGE_WORDS[range]} />
          ))}
        </Stack>
      </Radio.Group>
      {search.range === 'custom' && (
        <ExactTimes
          key={`${search.from} ${search.to}`}
          search={search}
          change={change}
          timeZone={timeZone}
        />
      )}
      <Text size="xs" c="dimmed" mt="sm">
        {TEXTS.daysBeginAtMidnight(nameZone(timeZone))}
      </Text>
    </FilterMenu>
  )
}

type ExactTimesProps = Pick<LogSearchControl, 'search' | 'change'> & { timeZone: string }

function ExactTimes({ search, change, timeZone }: ExactTimesProps) {
  const period = toPeriod(search, { now: new Date(), timeZone })
  const local = (iso: string | undefined) =>
    iso === undefined ? '' : minuteInZone(new Date(iso), timeZone)
  const [from, setFrom] = useState(local(period.from))
  const [to, setTo] = useState(local(period.to))
  const [fault, setFault] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isTurned = from !== '' && to !== '' && from >= to
    setFault(isTurned ? TEXTS.theEndHasTo : null)
    if (!isTurned) change({ from: from || null, to: to || null })
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="xs" mt="sm">
        <TextInput
          type="datetime-local"
          label={TEXTS.from}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label={TEXTS.to}
          value={to}
          error={fault}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" variant="default">
            {TEXTS.apply}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function summarize(search: LogSearch, timeZone: string): string | null {
  const { range, from, to } = search
  if (range === null) return null
  if (range !== 'custom') return RANGE_WORDS[range]
  if (from === null && to === null) return TEXTS.choose
  const period = toPeriod(search, { now: new Date(0), timeZone })
  return TEXTS.fromTo(edge(period.from, timeZone) ?? '…', edge(period.to, timeZone) ?? TEXTS.now)
}

function edge(iso: string | undefined, timeZone: string): string | undefined {
  return iso === undefined ? undefined : formatMoment(iso, timeZone, 'short')
}
