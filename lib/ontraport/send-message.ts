import type { Dispatcher } from 'undici'
import type { Answer } from './answer.ts'
import { callOntraport } from './call-ontraport.ts'
import { receiverAgent } from './receiver-agent.ts'
import { receiverUrl } from './receiver-url.ts'

/** How long one call may take altogether. */
export const TOTAL_TIMEOUT_MS = 20_000

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
export async function sendMessage({
  agent = receiverAgent(),
  totalTimeoutMs = TOTAL_TIMEOUT_MS,
  xml,
  apiKey,
  baseUrl,
  signal,
}: Sending): Promise<Answer> {
  return callOntraport({
    url: receiverUrl(baseUrl, apiKey),
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: xml,
    secrets: [apiKey],
    agent,
    totalTimeoutMs,
    signal,
  })
}
