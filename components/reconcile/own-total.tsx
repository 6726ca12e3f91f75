'use client'

import { List, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { explainRemainder } from '#lib/domain/explain-remainder.ts'
import type { CurrencyReconciliation } from '#lib/domain/reconcile-period.ts'
import { formatAmount } from '../amount.ts'
import { RECONCILE_TEXTS } from '../texts/reconcile.ts'
import { DOUBT_WORDS } from '../texts/reconcile-words.ts'
import { readAmount } from './read-amount.ts'

const TEXTS = RECONCILE_TEXTS.ownTotal

/** Takes the total that ONTRAPORT's own report shows and says what is left unexplained. */
export function OwnTotal({ figures }: { figures: CurrencyReconciliation }) {
  const { currency, doubts } = figures
  const [text, setText] = useState('')
  const typedCents = readAmount(text, currency)
  return (
    <Stack gap="xs">
      <Title order={3}>{TEXTS.compareWithOntraportsOwn}</Title>
      <TextInput
        label={TEXTS.totalInOntraportFor(currency)}
        description={TEXTS.description}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={text.trim() !== '' && typedCents === null && TEXTS.enterAnAmountSuch}
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
            {TEXTS.bothHaveTheseAnd}
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
  if (remainderCents === 0) return TEXTS.exactlyWhatItShould
  const amount = formatAmount(Math.abs(remainderCents), currency)
  const side = remainderCents > 0 ? 'more' : 'less'
  const kinds = explainRemainder(remainderCents, doubts)
  const hint =
    kinds === null
      ? TEXTS.noKnownAmountIs
      : TEXTS.thatIsExactly(kinds.map((kind) => DOUBT_WORDS[kind]).join('; and '))
  return TEXTS.ontraportShowsThanIt(amount, side, hint)
}
