import { z } from 'zod'
import type { Answer, AnsweredCall } from '../answer.ts'
import type { KeyTest } from '../test-key.ts'
import type { ApiAccess } from './account.ts'
import { callApi } from './call-api.ts'
import { judgeStatus } from './judge-status.ts'
import { parseJson } from './parse-json.ts'

/** What a message needs, with a call each that counts records and reads none. */
const NEEDED_RIGHTS = [
  { right: 'contacts', object: 'Contacts' },
  { right: 'products', object: 'Products' },
  { right: 'transactions', object: 'Transactions' },
] as const

export type TakeTurn = () => Promise<{ kind: 'taken' } | { kind: 'wait'; waitMs: number }>

/**
 * Tries an App ID and key by calls that read no customer, each in the account's
 * turn: the account, the calls left, and the rights that are missing. That it
 * may write only a sale can show.
 */
export async function testAccess(access: ApiAccess, takeTurn: TakeTurn): Promise<KeyTest> {
  const answers: Answer[] = []
  for (const { object } of NEEDED_RIGHTS) {
    const turn = await takeTurn()
    if (turn.kind === 'wait') return mustWait(turn.waitMs)
    const answer = await callApi(access, { method: 'GET', path: `/${object}/getInfo`, body: null })
    answers.push(answer)
    if (answer.kind !== 'answered' || answer.status === 401) break
  }
  return judgeAccess(answers)
}

function mustWait(waitMs: number): KeyTest {
  return {
    verdict: 'unproven',
    message: `The calls that ONTRAPORT allows a minute are used up. Test again in ${Math.ceil(waitMs / 1_000)} seconds.`,
    responseCode: null,
  }
}

/** What the answers to the test say, in the order of the rights. */
function judgeAccess(answers: readonly Answer[]): KeyTest {
  const lost = answers.find((answer) => answer.kind !== 'answered')
  if (lost !== undefined)
    return {
      verdict: 'unproven',
      message: `ONTRAPORT gave no answer. ${lost.reason}`,
      responseCode: null,
    }
  const heard = answers.filter((answer) => answer.kind === 'answered')
  const bad = heard.find(({ status }) => status !== 200 && status !== 403)
  if (bad !== undefined) return refusal(bad)
  const missing = NEEDED_RIGHTS.filter((_, index) => heard[index]?.status === 403)
  if (missing.length > 0)
    return {
      verdict: 'turned-away',
      message: `ONTRAPORT knows this key, but its owner lacks rights for: ${missing.map(({ right }) => right).join(', ')}. Give the user whom the key belongs to these rights in ONTRAPORT, then test again.`,
      responseCode: 403,
    }
  return {
    verdict: 'accepted',
    message: `ONTRAPORT took the App ID and key, and shows them contacts, products and transactions.${account(heard)}`,
    responseCode: 200,
  }
}

function refusal(answer: AnsweredCall): KeyTest {
  const outcome = judgeStatus(answer)
  return {
    verdict: answer.status === 401 ? 'turned-away' : 'unproven',
    message: 'reason' in outcome ? outcome.reason : '',
    responseCode: answer.status,
  }
}

const envelopeSchema = z.looseObject({ account_id: z.union([z.string(), z.number()]) })

function account(answers: readonly AnsweredCall[]): string {
  const last = answers.at(-1)
  const limit = last?.headers['x-rate-limit-limit']
  const left = last?.headers['x-rate-limit-remaining']
  const id = envelopeSchema.safeParse(parseJson(last?.body ?? '')).data?.account_id
  const whose = id === undefined ? '' : ` Account ${id}.`
  return left === undefined
    ? whose
    : `${whose} ${left} of ${limit ?? '180'} calls left in this minute.`
}
