'use client'

import { Text } from '@mantine/core'
import type { AttemptTrigger, AttemptView, OutcomeKind } from '#lib/domain/transmission.ts'
import { Moment } from '../time/moment.tsx'
import type { Tone } from '../words.ts'
import { CodeBlock } from './code-block.tsx'
import classes from './timeline-section.module.css'

const OUTCOME_WORDS: Record<OutcomeKind, { label: string; tone: Tone }> = {
  accepted: { label: 'Accepted', tone: 'good' },
  refused: { label: 'Refused', tone: 'bad' },
  unreachable: { label: 'Did not get through', tone: 'retry' },
  unknown: { label: 'Answer lost', tone: 'ask' },
}

const TRIGGER_WORDS: Record<AttemptTrigger, string> = {
  auto: 'automatic',
  manual: 'resent by hand',
  bulk: 'resent in bulk',
}

export function AttemptItem({ attempt }: { attempt: AttemptView }) {
  const { number, trigger, startedAt, outcome, reason, responseCode, durationMs } = attempt
  const words = outcome === null ? UNDER_WAY : OUTCOME_WORDS[outcome]
  const facts = [
    `Attempt ${number}, ${TRIGGER_WORDS[trigger]}`,
    responseCode === null ? null : `code ${responseCode}`,
    durationMs === null ? null : formatDuration(durationMs),
  ]
  return (
    <li className={classes.attempt} data-tone={words.tone}>
      <Text size="sm" fw={600}>
        {words.label}
      </Text>
      <Text size="sm" c="dimmed">
        {facts.filter((fact) => fact !== null).join(' · ')}
      </Text>
      <Text size="xs" c="dimmed">
        <Moment at={startedAt} style="long" />
      </Text>
      {reason !== null && (
        <Text size="sm" mt={4} className={classes.reason}>
          {reason}
        </Text>
      )}
      {attempt.responseBody !== null && attempt.responseBody !== '' && (
        <details className={classes.answer}>
          <summary>Answer to attempt {number}</summary>
          <CodeBlock label={`Answer to attempt ${number}`} text={attempt.responseBody} isWrapped />
        </details>
      )}
    </li>
  )
}

const UNDER_WAY: { label: string; tone: Tone } = { label: 'Under way', tone: 'busy' }

function formatDuration(durationMs: number): string {
  return durationMs < 1_000 ? `${durationMs} ms` : `${(durationMs / 1_000).toFixed(1)} s`
}
