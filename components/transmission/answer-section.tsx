'use client'

import { Group, Stack, Text } from '@mantine/core'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { Badge } from '../badge.tsx'
import { CopyButton } from '../copy-button.tsx'
import { SectionCard } from '../section-card.tsx'
import classes from './answer-section.module.css'
import { CodeBlock } from './code-block.tsx'

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
      title="Answer"
      description={
        isIncoming ? 'What we answered.' : response === null ? undefined : 'To the newest attempt.'
      }
      action={
        response !== null &&
        response.body !== '' && <CopyButton value={response.body} label="answer" />
      }
    >
      {response === null ? (
        <Text size="sm" c="dimmed">
          {hasAttempts
            ? 'There is none to the newest attempt. Earlier answers stand with the attempts.'
            : 'There is none: ONTRAPORT has not answered anything to this yet.'}
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
        <Badge tone={code < 300 ? 'good' : 'bad'}>Response code {code}</Badge>
        {isTruncated && <Badge tone="retry">Cut off after 64 KB</Badge>}
      </Group>
      {body === '' ? (
        <Text size="sm" c="dimmed">
          {isRemoved
            ? 'Its text is no longer kept; the reason stands above.'
            : 'The answer has no text.'}
        </Text>
      ) : (
        <CodeBlock label="Text of the answer" text={body} isWrapped />
      )}
      {names.length > 0 && (
        <details className={classes.headers}>
          <summary>
            {names.length === 1 ? '1 header' : `${names.length} headers`} of the answer
          </summary>
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
