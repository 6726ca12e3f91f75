'use client'

import { Stack } from '@mantine/core'
import { SectionCard } from '../section-card.tsx'
import { HelpNote } from './help-note.tsx'
import type { HelpTopic } from './help-topics.ts'

const TOPICS: readonly HelpTopic[] = [
  'totals',
  'item-twice',
  'no-customer-data',
  'key-turned-away',
  'tags',
]

/** All questions in one place. */
export function HelpSection() {
  return (
    <SectionCard id="help" title="Questions and answers">
      <Stack gap="xs">
        {TOPICS.map((topic) => (
          <HelpNote key={topic} topic={topic} />
        ))}
      </Stack>
    </SectionCard>
  )
}
