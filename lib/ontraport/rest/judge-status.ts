import type { Outcome } from '#lib/domain/transmission.ts'
import type { AnsweredCall } from '../answer.ts'
import { quoteAnswer } from '../quote-answer.ts'
import { credentialFault, refused } from '../refusals.ts'
import { readRetryAfterMs } from '../retry-after.ts'

const QUOTE_LENGTH = 200

/** What an answer of ONTRAPORT's API other than 200 means; its sentences are text, not always JSON. */
export function judgeStatus({ status, headers, body }: AnsweredCall): Outcome {
  const said = quoteAnswer(body, QUOTE_LENGTH)
  switch (status) {
    case 401:
      return credentialFault(`ONTRAPORT does not know this App ID and key (HTTP 401).${said}`)
    case 403:
      return credentialFault(
        `ONTRAPORT does not let this key do that (HTTP 403): the owner of the key lacks a right, or the account's package does not have it.${said}`,
      )
    case 404:
      return refused(`ONTRAPORT does not have that record (HTTP 404).${said}`)
    case 408:
      return { kind: 'unknown', reason: 'ONTRAPORT gave up waiting (HTTP 408).' }
    case 422:
      return refused(`ONTRAPORT does not take a field of the contact (HTTP 422).${said}`)
    case 429:
      return {
        kind: 'unreachable',
        reason: 'ONTRAPORT asks for fewer calls (HTTP 429).',
        retryAfterMs: readRetryAfterMs(headers),
        isPutOff: true,
      }
  }
  if (status < 500) return refused(`ONTRAPORT refused a call (HTTP ${status}).${said}`)
  return { kind: 'unknown', reason: `ONTRAPORT had a fault of its own (HTTP ${status}).` }
}
