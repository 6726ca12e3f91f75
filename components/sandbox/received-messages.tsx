'use client'

import { Text } from '@mantine/core'
import type { SandboxMessage } from '#lib/domain/sandbox.ts'
import { Link } from '../navigation.tsx'
import { SANDBOX_TEXTS } from '../texts/sandbox.ts'
import { Moment } from '../time/moment.tsx'
import { CodeBlock } from '../transmission/code-block.tsx'
import { prettyXml } from '../transmission/pretty-xml.ts'
import classes from './sandbox-section.module.css'

const TEXTS = SANDBOX_TEXTS.receivedMessages

/** What the receiver inside the product got last, newest first, with what it answered. */
export function ReceivedMessages({ messages }: { messages: SandboxMessage[] }) {
  if (messages.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {TEXTS.nothingHasBeenReceived}
      </Text>
    )
  return (
    <ul className={classes.messages}>
      {messages.map((message) => (
        <li key={`${message.transmissionId}/${message.attemptNumber}`}>
          <Message message={message} />
        </li>
      ))}
    </ul>
  )
}

function Message({ message }: { message: SandboxMessage }) {
  const { transmissionId, description, request, responseCode, responseBody, receivedAt } = message
  return (
    <details className={classes.message}>
      <summary>
        <span className={classes.description}>{description}</span>
        <span className={classes.fact}>
          {responseCode ?? TEXTS.noAnswer} · <Moment at={receivedAt} />
        </span>
      </summary>
      <CodeBlock
        label={TEXTS.messageAsReceived}
        text={prettyXml(request) ?? request}
        isWrapped
        isMarkup={request.startsWith('<')}
      />
      <Text size="sm" c="dimmed" mt="xs">
        {responseCode === null ? TEXTS.noAnswerWasGiven : TEXTS.answered(responseBody ?? '')}{' '}
        <Link href={`/log/${transmissionId}`}>{TEXTS.openItInThe}</Link>
      </Text>
    </details>
  )
}
