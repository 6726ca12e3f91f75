'use client'

import { Text } from '@mantine/core'
import type { AttemptTrigger, AttemptView, OutcomeKind } from '#lib/domain/transmission.ts'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import type { Tone } from '../texts/words.ts'
import { Moment } from '../time/moment.tsx'
import { AttemptCalls } from './attempt-calls.tsx'
import { CodeBlock } from './code-block.tsx'
import classes from './timeline-section.module.css'

const TEXTS = TRANSMISSION_TEXTS.attemptItem

const OUTCOME_WORDS: Record<OutcomeKind, { label: string; tone: Tone }> = {
  accepted: { label: TEXTS.accepted, tone: 'good' },
  refused: { label: TEXTS.refused, tone: 'bad' },
  unreachable: { label: TEXTS.didNotGetThrough, tone: 'retry' },
  unknown: { label: TEXTS.answerLost, tone: 'ask' },
}

const TRIGGER_WORDS: Record<AttemptTrigger, string> = {
  auto: 'automatic',
  manual: TEXTS.resentByHand,
  bulk: TEXTS.resentInBulk,
}

export function AttemptItem({ attempt }: { attempt: AttemptView }) {
  const { number, trigger, startedAt, outcome, reason, responseCode, durationMs } = attempt
  const words = outcome === null ? UNDER_WAY : OUTCOME_WORDS[outcome]
  const facts = [
    TEXTS.attempt(number, TRIGGER_WORDS[trigger]),
    responseCode === null ? null : TEXTS.code(responseCode),
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
      <AttemptCalls calls={attempt.calls} />
      {attempt.calls.length === 0 &&
        attempt.responseBody !== null &&
        attempt.responseBody !== '' && (
          <details className={classes.answer}>
            <summary>{TEXTS.answerToAttempt(number)}</summary>
            <CodeBlock
              label={TEXTS.answerToAttempt(number)}
              text={attempt.responseBody}
              isWrapped
            />
          </details>
        )}
    </li>
  )
}

const UNDER_WAY: { label: string; tone: Tone } = { label: TEXTS.underWay, tone: 'busy' }

function formatDuration(durationMs: number): string {
  return durationMs < 1_000 ? TEXTS.ms(durationMs) : TEXTS.s((durationMs / 1_000).toFixed(1))
}
