import type { RelayRules } from '#lib/domain/relay-rules.ts'
import type { Outcome } from '#lib/domain/transmission.ts'
import type { Answer, AnsweredCall } from './answer.ts'
import { credentialFault, refused } from './refusals.ts'
import { readRetryAfterMs } from './retry-after.ts'

/** The merchant's words for what an answer says. */
export type AnswerWords = Pick<RelayRules, 'failureWords' | 'successWords'>

/**
 * What an answer means. ONTRAPORT publishes no success text for its receiver,
 * so any 2xx is taken as accepted unless its body says failure in one of the
 * merchant's words, or lacks all their words for success when there are any. Not knowing whether the message was taken is `unknown`;
 * knowing that it was not is `unreachable` or `refused`.
 */
export function judgeAnswer(answer: Answer, words: AnswerWords): Outcome {
  switch (answer.kind) {
    case 'not-connected':
      return { kind: 'unreachable', reason: answer.reason, retryAfterMs: null }
    case 'answer-lost':
      return { kind: 'unknown', reason: answer.reason }
    case 'answered':
      return judgeStatus(answer, words)
  }
}

function judgeStatus(answer: AnsweredCall, words: AnswerWords): Outcome {
  const { status, headers } = answer
  if (status < 300) return judgeBody(answer, words)
  if (status < 400) return refused(redirectReason(answer))
  if (status === 401 || status === 403) return keyTurnedAway(status)
  if (status === 408) return { kind: 'unknown', reason: 'ONTRAPORT gave up waiting (HTTP 408).' }
  if (status === 429)
    return {
      kind: 'unreachable',
      reason: 'ONTRAPORT asks for fewer messages (HTTP 429).',
      retryAfterMs: readRetryAfterMs(headers),
    }
  if (status < 500) return refused(`ONTRAPORT refused the message (HTTP ${status}).`)
  return { kind: 'unknown', reason: `ONTRAPORT had a fault of its own (HTTP ${status}).` }
}

function judgeBody(
  { status, body }: AnsweredCall,
  { failureWords, successWords }: AnswerWords,
): Outcome {
  const word = failureWords.find((candidate) => containsWord(body, candidate))
  if (word !== undefined)
    return refused(`ONTRAPORT answered HTTP ${status}, but its answer says "${word}".`)
  const isSuccess =
    successWords.length === 0 || successWords.some((candidate) => containsWord(body, candidate))
  if (isSuccess) return { kind: 'accepted' }
  return refused(
    `ONTRAPORT answered HTTP ${status}, but its answer has no word that means success (${successWords.join(', ')}).`,
  )
}

function keyTurnedAway(status: number): Outcome {
  return credentialFault(
    `ONTRAPORT turned the API key away (HTTP ${status}). The key may have gone stale.`,
  )
}

function redirectReason({ status, headers }: AnsweredCall): string {
  const location = headers.location?.slice(0, 200)
  const target = location === undefined ? 'elsewhere' : `to ${location}`
  return `ONTRAPORT pointed ${target} (HTTP ${status}); redirects are not followed.`
}

function containsWord(text: string, word: string): boolean {
  if (word.trim() === '') return false
  const pattern = word.trim().replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}_])${pattern}(?![\\p{L}\\p{N}_])`, 'iu').test(text)
}
