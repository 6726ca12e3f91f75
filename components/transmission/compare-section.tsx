'use client'

import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { FormFault } from '../form-fault.tsx'
import { SectionCard } from '../section-card.tsx'
import { type Deed, useDeed } from '../use-deed.ts'
import { Comparison } from './comparison.tsx'
import { type ComparableText, listComparable, TODAY } from './list-comparable.ts'

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
      title="Compare"
      description="What differs between two attempts, or between then and today’s product names."
      action={
        today === null && (
          <Button variant="default" size="xs" loading={isRunning} onClick={load}>
            With today’s names
          </Button>
        )
      }
    >
      <Stack gap="sm">
        <FormFault fault={fault} />
        {texts.length < 2 ? (
          <Text size="sm" c="dimmed">
            There is one attempt. Compare it with what today’s product names would make of it.
          </Text>
        ) : (
          <>
            <Group gap="sm" align="flex-end">
              <Choice
                label="From"
                texts={texts}
                value={before.value}
                onChange={(value) => setWanted({ before: value, after: after.value })}
              />
              <Choice
                label="To"
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
