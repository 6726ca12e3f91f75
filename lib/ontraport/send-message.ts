import type { Dispatcher } from 'undici'
import type { Answer } from './answer.ts'
import { AnswerReader, type CallEnding, type CallFailure } from './answer-reader.ts'
import { explainLostAnswer, explainNoConnection } from './explain-failure.ts'
import { receiverAgent } from './receiver-agent.ts'
import { receiverUrl } from './receiver-url.ts'
import { keyRedactor, redactCutKey } from './redact-key.ts'

/** How long one call may take altogether. */
export const TOTAL_TIMEOUT_MS = 20_000
const USER_AGENT = 'ultracart-ontraport-relay/0.1'

export type Sending = {
  xml: string
  apiKey: string
  /** Where ONTRAPORT is, such as `https://app.ontraport.com`. */
  baseUrl: string
  signal?: AbortSignal
  agent?: Dispatcher
  totalTimeoutMs?: number
}

/**
 * Posts one document to the receiver and says what came of it; what the
 * network or ONTRAPORT does is never thrown. The key is in no part of the
 * answer, redirects are not followed, and the body ends at 64 KiB.
 */
export async function sendMessage(sending: Sending): Promise<Answer> {
  const { agent = receiverAgent(), totalTimeoutMs = TOTAL_TIMEOUT_MS, signal } = sending
  const reader = new AnswerReader()
  const stop = (): void => reader.stop({ kind: 'stopped' })
  const deadline = setTimeout(() => reader.stop({ kind: 'deadline' }), totalTimeoutMs)
  signal?.addEventListener('abort', stop, { once: true })
  try {
    if (signal?.aborted) stop()
    else agent.dispatch(toRequest(sending), reader)
    return toAnswer(await reader.ending, sending, totalTimeoutMs)
  } finally {
    clearTimeout(deadline)
    signal?.removeEventListener('abort', stop)
  }
}

function toRequest({ baseUrl, apiKey, xml }: Sending): Dispatcher.DispatchOptions {
  const url = receiverUrl(baseUrl, apiKey)
  return {
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=utf-8', 'user-agent': USER_AGENT, accept: '*/*' },
    body: Buffer.from(xml, 'utf8'),
  }
}

function toAnswer(ending: CallEnding, sending: Sending, totalTimeoutMs: number): Answer {
  const { hasLeft, head, failure } = ending
  if (head !== null) return toAnsweredCall(ending, head, sending.apiKey)
  const cause: CallFailure = failure ?? { kind: 'network', error: new Error('no answer head') }
  const circumstances = { host: new URL(sending.baseUrl).host, totalTimeoutMs }
  return hasLeft
    ? { kind: 'answer-lost', reason: explainLostAnswer(cause, circumstances) }
    : { kind: 'not-connected', reason: explainNoConnection(cause, circumstances) }
}

function toAnsweredCall(
  { body, failure }: CallEnding,
  { status, headers }: { status: number; headers: Record<string, string> },
  apiKey: string,
): Answer {
  const redact = keyRedactor(apiKey)
  const isTruncated = failure !== null
  const text = redact(readableText(body, isTruncated))
  return {
    kind: 'answered',
    status,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [redact(name), redact(value)]),
    ),
    body: isTruncated ? redactCutKey(text, apiKey) : text,
    isTruncated,
  }
}

/** UTF-8 whatever the server says; a character cut in half is left off, and NUL, which no text column takes, is replaced. */
function readableText(body: Buffer, isTruncated: boolean): string {
  return new TextDecoder().decode(body, { stream: isTruncated }).replaceAll('\u0000', '\uFFFD')
}
