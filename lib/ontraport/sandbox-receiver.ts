import { setTimeout as wait } from 'node:timers/promises'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import type { SandboxAnswer } from '#lib/domain/sandbox.ts'
import type { Answer, AnsweredCall } from './answer.ts'
import { explainLostAnswer } from './explain-failure.ts'
import { TOTAL_TIMEOUT_MS } from './send-message.ts'

/** How the receiver inside the product is called where else an address stands. */
export const SANDBOX_URL = 'sandbox:receivers/ultracart.php'

export type SandboxCall = {
  answer: SandboxAnswer
  /** The merchant's words for success and failure, which its texts use. */
  rules: Pick<RelayRules, 'failureWords' | 'successWords'>
  totalTimeoutMs?: number
}

/**
 * Answers a message as ONTRAPORT might, without a key and without a network:
 * what is sent, judged and logged is the same as live. `slow` answers later
 * than the relay waits.
 */
export async function callSandbox({
  answer,
  rules,
  totalTimeoutMs = TOTAL_TIMEOUT_MS,
}: SandboxCall): Promise<Answer> {
  switch (answer) {
    case 'accept':
      return answered(200, `The sandbox took the message: ${rules.successWords[0] ?? 'success'}`)
    case 'refuse-in-200':
      return answered(200, `The sandbox refuses the message: ${rules.failureWords[0] ?? 'failure'}`)
    case '403':
      return answered(403, 'The sandbox turns the key away')
    case '500':
      return answered(500, 'The sandbox plays a fault of its own')
    case 'slow':
      await wait(totalTimeoutMs)
      return {
        kind: 'answer-lost',
        reason: explainLostAnswer({ kind: 'deadline' }, { host: 'the sandbox', totalTimeoutMs }),
      }
  }
}

function answered(status: number, body: string): AnsweredCall {
  const headers = { 'content-type': 'text/plain; charset=utf-8' }
  return { kind: 'answered', status, headers, body, isTruncated: false }
}
