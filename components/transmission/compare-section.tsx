'use client'

import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { FormFault } from '../form-fault.tsx'
import { SectionCard } from '../section-card.tsx'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import { type Deed, useDeed } from '../use-deed.ts'
import { Comparison } from './comparison.tsx'
import { type ComparableText, listComparable, TODAY } from './list-comparable.ts'

const TEXTS = TRANSMISSION_TEXTS.compareSection

export type LoadToday = Deed<[id: string], string | null>

type CompareSectionProps = { transmission: TransmissionDetail; loadToday: LoadToday }

/** What differs between two attempts, or between what was sent then and what would be sent today. */
export function CompareSection({ transmission, loadToday }: CompareSectionProps) {
  const [today, setToday] = useState<string | null>(null)
  const texts = listComparable(transmission, today)
  const [wanted, setWanted] = useState({ before: '', after: '' })
  const { run, isRunning, fault } = useDeed(loadToday)
  const newest = texts.at(-1)
  if (newest === undefined) return null
  const load = () =>
    run([transmission.id], (text) => {
      setToday(text ?? '')
      setWanted({ before: lastSent(texts)?.value ?? '', after: TODAY })
    })
  const before = find(texts, wanted.before) ?? texts[0] ?? newest
  const after = find(texts, wanted.after) ?? newest
  return (
    <SectionCard
      title={TEXTS.title}
      description={TEXTS.description}
      action={
        today === null && (
          <Button variant="default" size="xs" loading={isRunning} onClick={load}>
            {TEXTS.withTodaysNames}
          </Button>
        )
      }
    >
      <Stack gap="sm">
        <FormFault fault={fault} />
        {texts.length < 2 ? (
          <Text size="sm" c="dimmed">
            {TEXTS.thereIsOneAttempt}
          </Text>
        ) : (
          <>
            <Group gap="sm" align="flex-end">
              <Choice
                label={TEXTS.from}
                texts={texts}
                value={before.value}
                onChange={(value) => setWanted({ before: value, after: after.value })}
              />
              <Choice
                label={TEXTS.to}
                texts={texts}
                value={after.value}
                onChange={(value) => setWanted({ before: before.value, after: value })}
              />
            </Group>
            <Comparison before={before} after={after} />
          </>
        )}
      </Stack>
    </SectionCard>
  )
}

type ChoiceProps = {
  label: string
  texts: ComparableText[]
  value: string
  onChange: (value: string) => void
}

function Choice({ label, texts, value, onChange }: ChoiceProps) {
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value}
      data={texts.map((text) => ({ value: text.value, label: text.label }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function find(texts: readonly ComparableText[], value: string): ComparableText | undefined {
  return texts.find((text) => text.value === value)
}

function lastSent(texts: readonly ComparableText[]): ComparableText | undefined {
  return texts.findLast((text) => text.value !== TODAY)
}
