'use client'

import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { SectionCard } from '../section-card.tsx'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import { Countdown } from '../time/countdown.tsx'
import { Moment } from '../time/moment.tsx'
import { Worded } from '../worded.tsx'
import { AttemptItem } from './attempt-item.tsx'
import { type TimelineEntry, toTimeline } from './timeline.ts'
import classes from './timeline-section.module.css'

const TEXTS = TRANSMISSION_TEXTS.timelineSection

type TimelineSectionProps = {
  transmission: TransmissionDetail
  /** What can be done about the next try. */
  nextActions: ReactNode
}

/** What happened, newest first: the next try, each attempt, how long it was held and why, and its arrival. */
export function TimelineSection({ transmission, nextActions }: TimelineSectionProps) {
  return (
    <SectionCard title={TEXTS.title}>
      <ol className={classes.timeline} reversed>
        {toTimeline(transmission)
          .toReversed()
          .map((entry) => (
            <Entry key={keyOf(entry)} entry={entry} nextActions={nextActions} />
          ))}
      </ol>
    </SectionCard>
  )
}

function keyOf(entry: TimelineEntry): string {
  switch (entry.kind) {
    case 'attempt':
      return TEXTS.attempt(entry.attempt.number)
    case 'event':
      return entry.title
    case 'next':
      return 'next'
  }
}

function Entry({ entry, nextActions }: { entry: TimelineEntry; nextActions: ReactNode }) {
  switch (entry.kind) {
    case 'attempt':
      return <AttemptItem attempt={entry.attempt} />
    case 'event':
      return (
        <li className={classes.attempt} data-tone={entry.tone}>
          <Text size="sm" fw={600}>
            {entry.title}
          </Text>
          <Text size="xs" c="dimmed">
            <Moment at={entry.at} style="long" />
          </Text>
          <Reason reason={entry.reason} />
        </li>
      )
    case 'next':
      return (
        <li className={classes.attempt} data-tone="retry">
          <Text size="sm" fw={600}>
            <Worded text={TEXTS.nextTry} parts={{ countdown: <Countdown until={entry.at} /> }} />
          </Text>
          <Text size="xs" c="dimmed">
            <Moment at={entry.at} style="long" />
          </Text>
          <Group gap="xs" mt={8}>
            {nextActions}
          </Group>
        </li>
      )
  }
}

function Reason({ reason }: { reason: string | null }) {
  if (reason === null) return null
  return (
    <Text size="sm" mt={4} className={classes.reason}>
      {reason}
    </Text>
  )
}
