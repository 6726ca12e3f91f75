'use client'

import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { DECIMAL_AMOUNT } from '#lib/domain/money.ts'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import { FilterMenu } from './filter-menu.tsx'
import type { LogSearch } from './log-search-params.ts'
import type { LogSearchControl } from './use-log-search.ts'

const TEXTS = FILTER_TEXTS.amountFilter

/** By the amount of an order or refund. */
export function AmountFilter({ search, change }: LogSearchControl) {
  return (
    <FilterMenu label={TEXTS.amount} chosen={summarize(search)} width={280}>
      <AmountForm key={`${search.min} ${search.max}`} search={search} change={change} />
    </FilterMenu>
  )
}

function AmountForm({ search, change }: Pick<LogSearchControl, 'search' | 'change'>) {
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
          {summarize(search) !== null && (
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

function summarize({ min, max }: LogSearch): string | null {
  if (min === null && max === null) return null
  if (min === max) return min
  if (min === null) return TEXTS.upTo(max ?? '')
  return max === null ? TEXTS.fromAmount(min) : TEXTS.amountToAmount(min, max)
}
