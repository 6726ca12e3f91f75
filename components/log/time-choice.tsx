'use client'

import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import { nameZone } from '../time/format-moment.ts'
import { applying, type FilterChoiceProps, FilterPanel } from './filter-panel.tsx'
import { toPeriod } from './log-period.ts'
import { TIME_RANGES } from './log-search-params.ts'
import { RANGE_WORDS } from './range-words.ts'
import { minuteInZone } from './zone-day.ts'

const TEXTS = FILTER_TEXTS.timeFilter

type TimeChoiceProps = FilterChoiceProps & { timeZone: string }

export function TimeChoice({ place, search, change, timeZone }: TimeChoiceProps) {
  const choose = (value: string) => {
    const range = TIME_RANGES.find((candidate) => candidate === value) ?? null
    change(range === 'custom' ? { range } : { range, from: null, to: null })
  }
  return (
    <FilterPanel place={place} label={TEXTS.time} width={290}>
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
          change={applying({ place, change })}
          timeZone={timeZone}
        />
      )}
      <Text size="xs" c="dimmed" mt="sm">
        {TEXTS.daysBeginAtMidnight(nameZone(timeZone))}
      </Text>
    </FilterPanel>
  )
}

type ExactTimesProps = Omit<TimeChoiceProps, 'place'>

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
