'use client'

import { Group, Stack, Text } from '@mantine/core'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { Badge } from '../badge.tsx'
import { CopyButton } from '../copy-button.tsx'
import { SectionCard } from '../section-card.tsx'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import classes from './answer-section.module.css'
import { CodeBlock } from './code-block.tsx'

const TEXTS = TRANSMISSION_TEXTS.answerSection

type Answer = NonNullable<TransmissionDetail['response']>

type AnswerSectionProps = {
  response: Answer | null
  isIncoming: boolean
  /** Something was tried before, whose answers stand with the attempts. */
  hasAttempts: boolean
  isRemoved: boolean
}

/** What ONTRAPORT said to the newest attempt; to a poll, what we said. */
export function AnswerSection({
  response,
  isIncoming,
  hasAttempts,
  isRemoved,
}: AnswerSectionProps) {
  return (
    <SectionCard
      title={TEXTS.title}
      description={
        isIncoming ? TEXTS.description : response === null ? undefined : TEXTS.toTheNewestAttempt
      }
      action={
        response !== null &&
        response.body !== '' && <CopyButton value={response.body} label={TEXTS.answer} />
      }
    >
      {response === null ? (
        <Text size="sm" c="dimmed">
          {hasAttempts ? TEXTS.thereIsNoneTo : TEXTS.thereIsNoneOntraport}
        </Text>
      ) : (
        <AnswerText response={response} isRemoved={isRemoved} />
      )}
    </SectionCard>
  )
}

function AnswerText({ response, isRemoved }: { response: Answer; isRemoved: boolean }) {
  const { code, headers, body, isTruncated } = response
  const names = Object.keys(headers)
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Badge tone={code < 300 ? 'good' : 'bad'}>{TEXTS.responseCode(code)}</Badge>
        {isTruncated && <Badge tone="retry">{TEXTS.cutOffAfter64}</Badge>}
      </Group>
      {body === '' ? (
        <Text size="sm" c="dimmed">
          {isRemoved ? TEXTS.itsTextIsNo : TEXTS.theAnswerHasNo}
        </Text>
      ) : (
        <CodeBlock label={TEXTS.textOfTheAnswer} text={body} isWrapped />
      )}
      {names.length > 0 && (
        <details className={classes.headers}>
          <summary>{TEXTS.headers(names.length)}</summary>
          <dl className={classes.list}>
            {names.map((name) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{headers[name]}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </Stack>
  )
}
