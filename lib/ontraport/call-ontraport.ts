import type { Dispatcher } from 'undici'
import type { Answer } from './answer.ts'
import { AnswerReader, type CallEnding, type CallFailure } from './answer-reader.ts'
import { explainLostAnswer, explainNoConnection } from './explain-failure.ts'
import { keyRedactor, redactCutKey } from './redact-key.ts'

export const USER_AGENT = 'ultracart-ontraport-relay/0.1'

export type OntraportCall = {
  url: URL
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  headers: Record<string, string>
  body: string | null
  /** What must stand in no answer: the keys of the call. */
  secrets: readonly string[]
  agent: Dispatcher
  totalTimeoutMs: number
  signal?: AbortSignal | undefined
}

/**
 * Makes one call to ONTRAPORT and says what came of it; what the network or
 * ONTRAPORT does is never thrown. No secret is in any part of the answer,
 * redirects are not followed, and the body ends at 64 KiB.
 */
export async function callOntraport(call: OntraportCall): Promise<Answer> {
  const { signal, totalTimeoutMs } = call
  const reader = new AnswerReader()
  const stop = (): void => reader.stop({ kind: 'stopped' })
  const deadline = setTimeout(() => reader.stop({ kind: 'deadline' }), totalTimeoutMs)
  signal?.addEventListener('abort', stop, { once: true })
  try {
    if (signal?.aborted) stop()
    else call.agent.dispatch(toRequest(call), reader)
    return toAnswer(await reader.ending, call)
  } finally {
    clearTimeout(deadline)
    signal?.removeEventListener('abort', stop)
  }
}

function toRequest({ url, method, headers, body }: OntraportCall): Dispatcher.DispatchOptions {
  return {
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method,
    headers: { 'user-agent': USER_AGENT, accept: '*/*', ...headers },
    body: body === null ? null : Buffer.from(body, 'utf8'),
  }
}

function toAnswer(ending: CallEnding, { url, secrets, totalTimeoutMs }: OntraportCall): Answer {
  const { hasLeft, head, failure } = ending
  if (head !== null) return toAnsweredCall(ending, head, secrets)
  const cause: CallFailure = failure ?? { kind: 'network', error: new Error('no answer head') }
  const circumstances = { host: url.host, totalTimeoutMs }
  return hasLeft
    ? { kind: 'answer-lost', reason: explainLostAnswer(cause, circumstances) }
    : { kind: 'not-connected', reason: explainNoConnection(cause, circumstances) }
}

function toAnsweredCall(
  { body, failure }: CallEnding,
  { status, headers }: { status: number; headers: Record<string, string> },
  secrets: readonly string[],
): Answer {
  const redactors = secrets.map(keyRedactor)
  const redact = (text: string) => redactors.reduce((known, hide) => hide(known), text)
  const isTruncated = failure !== null
  const text = redact(readableText(body, isTruncated))
  return {
    kind: 'answered',
    status,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [redact(name), redact(value)]),
    ),
    body: isTruncated ? secrets.reduce(redactCutKey, text) : text,
    isTruncated,
  }
}

/** UTF-8 whatever the server says; a character cut in half is left off, and NUL, which no text column takes, is replaced. */
function readableText(body: Buffer, isTruncated: boolean): string {
  return new TextDecoder().decode(body, { stream: isTruncated }).replaceAll('\u0000', '\uFFFD')
}
