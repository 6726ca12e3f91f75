'use client'

import { Text } from '@mantine/core'
import type { AttemptView } from '#lib/domain/transmission.ts'
import { SectionCard } from '../section-card.tsx'
import { AttemptItem } from './attempt-item.tsx'
import classes from './attempts-section.module.css'

/** Every try, newest first. */
export function AttemptsSection({ attempts }: { attempts: AttemptView[] }) {
  return (
    <SectionCard title="Attempts">
      {attempts.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing has been tried yet.
        </Text>
      ) : (
        <ol className={classes.timeline} reversed>
          {attempts.toReversed().map((attempt) => (
            <AttemptItem key={attempt.number} attempt={attempt} />
          ))}
        </ol>
      )}
    </SectionCard>
  )
}
