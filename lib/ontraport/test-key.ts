import type { Answer, AnsweredCall } from './answer.ts'
import { quoteAnswer } from './quote-answer.ts'
import { type Sending, sendMessage } from './send-message.ts'

/** What a test tells of a key. Only 401 and 403 prove it bad; any other answer but 2xx proves nothing. */
export type KeyTest = {
  verdict: 'accepted' | 'turned-away' | 'unproven'
  /** A sentence for the merchant: what came back, and what to do. */
  message: string
  responseCode: number | null
}

/** ONTRAPORT documents no probe for its receiver, so the test posts a document without an order in it. */
const EMPTY_EXPORT = '<?xml version="1.0" encoding="UTF-8"?>\n<export/>\n'

/** Tries a key at the receiver without telling it anything. The key is in no message. */
export async function testKey(sending: Omit<Sending, 'xml'>): Promise<KeyTest> {
  return judgeKey(await sendMessage({ ...sending, xml: EMPTY_EXPORT }))
}

/** What the answer to the test says of the key. */
export function judgeKey(answer: Answer): KeyTest {
  if (answer.kind !== 'answered')
    return {
      verdict: 'unproven',
      message: `${OPENING[answer.kind]} ${answer.reason}`,
      responseCode: null,
    }
  return { ...judgeStatus(answer), responseCode: answer.status }
}

const OPENING: Record<Exclude<Answer['kind'], 'answered'>, string> = {
  'not-connected': 'ONTRAPORT could not be reached.',
  'answer-lost': 'The test had no answer from ONTRAPORT.',
}

function judgeStatus({ status, body }: AnsweredCall): Pick<KeyTest, 'verdict' | 'message'> {
  if (status >= 200 && status < 300)
    return {
      verdict: 'accepted',
      message: `ONTRAPORT took the key (${status}).${quoteAnswer(body, QUOTE_LENGTH)}`,
    }
  if (status === 401 || status === 403)
    return {
      verdict: 'turned-away',
      message: `ONTRAPORT turned the key away (${status}). Get a fresh key: Administration → Integrations → UltraCart in ONTRAPORT, then paste it here.`,
    }
  return {
    verdict: 'unproven',
    message: `ONTRAPORT answered ${status}; the key was not turned away, and not proven good either.`,
  }
}

/** Shown, since a receiver may say in words what its code does not. */
const QUOTE_LENGTH = 160
