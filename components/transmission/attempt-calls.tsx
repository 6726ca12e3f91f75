'use client'

import { Text } from '@mantine/core'
import type { CallView } from '#lib/domain/transmission.ts'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import { CodeBlock } from './code-block.tsx'
import classes from './timeline-section.module.css'

const TEXTS = TRANSMISSION_TEXTS.attemptCalls

/** The calls of ONTRAPORT's API that an attempt is made of, each with what was sent and answered. */
export function AttemptCalls({ calls }: { calls: readonly CallView[] }) {
  if (calls.length === 0) return null
  return (
    <details className={classes.answer}>
      <summary>{TEXTS.calls(calls.length)}</summary>
      {calls.map((call) => (
        <Call key={call.startedAt + call.method + call.path} call={call} />
      ))}
    </details>
  )
}

function Call({ call }: { call: CallView }) {
  const name = `${call.method} ${decode(call.path)}`
  const answer = call.responseBody ?? call.reason ?? TEXTS.noAnswer
  return (
    <>
      <Text size="sm" mt="sm" mb={4} className={classes.reason}>
        {name} · {call.responseCode === null ? TEXTS.noAnswer : TEXTS.code(call.responseCode)}
      </Text>
      {call.request !== null && (
        <CodeBlock label={TEXTS.requestOf(name)} text={call.request} isWrapped />
      )}
      <CodeBlock label={TEXTS.answerTo(name)} text={answer} isWrapped />
    </>
  )
}

/** Conditions are easier to read as they were meant. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path.replaceAll('+', ' '))
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}
