'use client'

import { Stack } from '@mantine/core'
import { SectionCard } from '../section-card.tsx'
import type { HelpTopic } from '../texts/help-topics.ts'
import { SHARED_TEXTS } from '../texts/shared.ts'
import { HelpNote } from './help-note.tsx'

const TOPICS: readonly HelpTopic[] = [
  'totals',
  'item-twice',
  'no-customer-data',
  'key-turned-away',
  'tags',
  'partners',
]

/** All questions in one place. */
export function HelpSection() {
  return (
    <SectionCard id="help" title={SHARED_TEXTS.helpSection.title}>
      <Stack gap="xs">
        {TOPICS.map((topic) => (
          <HelpNote key={topic} topic={topic} />
        ))}
      </Stack>
    </SectionCard>
  )
}
