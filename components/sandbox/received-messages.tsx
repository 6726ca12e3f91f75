'use client'

import { Text } from '@mantine/core'
import type { SandboxMessage } from '#lib/domain/sandbox.ts'
import { Link } from '../navigation.tsx'
import { Moment } from '../time/moment.tsx'
import { CodeBlock } from '../transmission/code-block.tsx'
import { prettyXml } from '../transmission/pretty-xml.ts'
import classes from './sandbox-section.module.css'

/** What the receiver inside the product got last, newest first, with what it answered. */
export function ReceivedMessages({ messages }: { messages: SandboxMessage[] }) {
  if (messages.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nothing has been received yet.
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
          {responseCode ?? 'no answer'} · <Moment at={receivedAt} />
        </span>
      </summary>
      <CodeBlock
        label="Message as received"
        text={prettyXml(request) ?? request}
        isWrapped
        isMarkup
      />
      <Text size="sm" c="dimmed" mt="xs">
        {responseCode === null ? 'No answer was given in time.' : `Answered: ${responseBody}`}{' '}
        <Link href={`/log/${transmissionId}`}>Open it in the log</Link>
      </Text>
    </details>
  )
}
