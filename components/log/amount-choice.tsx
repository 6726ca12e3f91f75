'use client'

import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { DECIMAL_AMOUNT } from '#lib/domain/money.ts'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import { applying, type FilterChoiceProps, FilterPanel } from './filter-panel.tsx'

const TEXTS = FILTER_TEXTS.amountFilter

export function AmountChoice({ place, search, change }: FilterChoiceProps) {
  return (
    <FilterPanel place={place} label={TEXTS.amount} width={280}>
      <AmountForm
        key={`${search.min} ${search.max}`}
        search={search}
        change={applying({ place, change })}
      />
    </FilterPanel>
  )
}

function AmountForm({ search, change }: Omit<FilterChoiceProps, 'place'>) {
  const [min, setMin] = useState(search.min ?? '')
  const [max, setMax] = useState(search.max ?? '')
  const [fault, setFault] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = findFault(min.trim(), max.trim())
    setFault(found)
    if (found === null) change({ min: min.trim() || null, max: max.trim() || null })
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <Group gap="xs" grow wrap="nowrap" align="flex-start">
          <TextInput
            label={TEXTS.from}
            inputMode="decimal"
            value={min}
            onChange={(event) => setMin(event.currentTarget.value)}
          />
          <TextInput
            label={TEXTS.to}
            inputMode="decimal"
            value={max}
            onChange={(event) => setMax(event.currentTarget.value)}
          />
        </Group>
        <Text size="xs" c="dimmed">
          {TEXTS.inTheCurrencyOf}
        </Text>
        {fault !== null && (
          <div role="alert">
            <small>{fault}</small>
          </div>
        )}
        <Group gap="xs">
          <Button type="submit">{TEXTS.apply}</Button>
          {(search.min !== null || search.max !== null) && (
            <Button variant="default" onClick={() => change({ min: null, max: null })}>
              {TEXTS.anyAmount}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}

function findFault(min: string, max: string): string | null {
  const isAmount = (text: string) => text === '' || DECIMAL_AMOUNT.test(text)
  if (!isAmount(min) || !isAmount(max)) return TEXTS.anAmountIsA
  return min !== '' && max !== '' && Number(min) > Number(max) ? TEXTS.theSecondAmountHas : null
}
