'use client'

import { List, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { explainRemainder } from '#lib/domain/explain-remainder.ts'
import type { CurrencyReconciliation } from '#lib/domain/reconcile-period.ts'
import { formatAmount } from '../amount.ts'
import { readAmount } from './read-amount.ts'
import { DOUBT_WORDS } from './reconcile-words.ts'

/** Takes the total that ONTRAPORT's own report shows and says what is left unexplained. */
export function OwnTotal({ figures }: { figures: CurrencyReconciliation }) {
  const { currency, doubts } = figures
  const [text, setText] = useState('')
  const typedCents = readAmount(text, currency)
  return (
    <Stack gap="xs">
      <Title order={3}>Compare with ONTRAPORT’s own report</Title>
      <TextInput
        label={`Total in ONTRAPORT for this period, in ${currency}`}
        description="It stays in this window; nothing is saved."
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={text.trim() !== '' && typedCents === null && 'Enter an amount, such as 1234.50.'}
        inputMode="decimal"
        autoComplete="off"
        maw={320}
      />
      <Text size="sm" role="status" fw={560}>
        {typedCents !== null && sayRemainder(figures, typedCents)}
      </Text>
      {doubts.length > 0 && (
        <>
          <Text size="sm" c="dimmed">
            Both have these, and a report may count them otherwise:
          </Text>
          <List size="sm" spacing={4} withPadding>
            {doubts.map(({ kind, effectCents }) => (
              <List.Item key={kind}>
                {formatAmount(effectCents, currency)}: {DOUBT_WORDS[kind]}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  )
}

function sayRemainder(figures: CurrencyReconciliation, typedCents: number): string {
  const { ontraportCents, currency, doubts } = figures
  const remainderCents = typedCents - ontraportCents
  if (remainderCents === 0) return 'Exactly what it should be: nothing is left unexplained.'
  const amount = formatAmount(Math.abs(remainderCents), currency)
  const side = remainderCents > 0 ? 'more' : 'less'
  const kinds = explainRemainder(remainderCents, doubts)
  const hint =
    kinds === null
      ? 'No known amount is as large. Look for sales that ONTRAPORT got from elsewhere or that were changed there.'
      : `That is exactly ${kinds.map((kind) => DOUBT_WORDS[kind]).join('; and ')}.`
  return `ONTRAPORT shows ${amount} ${side} than it should. ${hint}`
}
