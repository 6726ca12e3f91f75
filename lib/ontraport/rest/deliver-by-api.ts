import type { Outcome } from '#lib/domain/transmission.ts'
import type { Answer } from '../answer.ts'
import { refused } from '../refusals.ts'
import { readRetryAfterMs } from '../retry-after.ts'
import type { ApiAccess } from './account.ts'
import type { ApiCall } from './api-call.ts'
import { callApi } from './call-api.ts'
import { nextCall, type Step } from './next-call.ts'
import type { Plan } from './plan.ts'
import type { ApiRecord, Progress } from './progress.ts'
import { type AfterStep, readStep } from './read-step.ts'

/** Where the calls of a message are written down, before they leave and once they are answered. */
export type CallJournal = {
  /** Waits for the account's turn; says how long, in milliseconds, when that is too long to wait here. */
  takeTurn: () => Promise<{ kind: 'taken' } | { kind: 'wait'; waitMs: number }>
  /** False when the message is no longer this process's to send. */
  begin: (call: ApiCall) => Promise<boolean>
  end: (answer: Answer, learned: readonly ApiRecord[]) => Promise<void>
  /** False while another message makes this product, or has just made it. */
  mayMake: (productName: string) => Promise<boolean>
  /** Keeps everybody from calling this account for so long. */
  hold: (forMs: number) => Promise<void>
}

export type ApiDelivery = {
  plan: Plan
  progress: Progress
  /** What the message's contact is kept under. */
  contactReference: string
  access: ApiAccess
  journal: CallJournal
  totalTimeoutMs?: number | undefined
}

/** What came of a message, with the answer to its last call; `null` when none was made. */
export type ApiDelivered = { outcome: Outcome; answer: Answer | null }

/** Makes the calls of a message that are still to be made, one after another, until it has its outcome. */
export async function deliverByApi(delivery: ApiDelivery): Promise<ApiDelivered> {
  let { progress } = delivery
  let answer: Answer | null = null
  for (;;) {
    const step = nextCall(delivery.plan, progress)
    if (step.kind === 'done') return { outcome: { kind: 'accepted' }, answer }
    if (step.kind === 'impossible') return { outcome: refused(step.reason), answer }
    const called = await makeCall(delivery, progress, step)
    if ('outcome' in called) return { ...called, answer: null }
    answer = called.answer
    if (called.after.kind === 'ended') return { outcome: called.after.outcome, answer }
    progress = called.after.progress
  }
}

async function makeCall(
  { plan, contactReference, access, journal, totalTimeoutMs }: ApiDelivery,
  progress: Progress,
  step: Step,
): Promise<{ answer: Answer; after: AfterStep } | { outcome: Outcome }> {
  if (step.kind === 'make-product' && !(await journal.mayMake(step.name))) return BEING_MADE
  const turn = await journal.takeTurn()
  if (turn.kind === 'wait') return { outcome: waits(turn.waitMs) }
  if (!(await journal.begin(step.call))) return { outcome: TAKEN_AWAY }
  const answer = await callApi(
    access,
    step.call,
    totalTimeoutMs === undefined ? {} : { totalTimeoutMs },
  )
  const after = readStep(plan, progress, step, answer)
  const learned =
    after.kind === 'on' ? learnedOf(plan, contactReference, after.progress, progress) : []
  await journal.end(answer, learned)
  const restMs = askedRest(answer)
  if (restMs !== null) await journal.hold(restMs)
  return { answer, after }
}

function waits(waitMs: number): Outcome {
  return {
    kind: 'unreachable',
    reason: 'The calls that ONTRAPORT allows a minute are used up.',
    retryAfterMs: waitMs,
    isPutOff: true,
  }
}

const BEING_MADE: { outcome: Outcome } = {
  outcome: {
    kind: 'unreachable',
    reason: 'Another message is making the product that this one needs.',
    retryAfterMs: 5_000,
    isPutOff: true,
  },
}

const TAKEN_AWAY: Outcome = {
  kind: 'unknown',
  reason: 'The message took too long and was given up here.',
}

/** Asked for by a 429, and wise once an answer says that no call is left. */
function askedRest(answer: Answer): number | null {
  if (answer.kind !== 'answered') return null
  const isLast = answer.headers['x-rate-limit-remaining']?.trim() === '0'
  if (answer.status !== 429 && !isLast) return null
  return readRetryAfterMs(answer.headers) ?? DEFAULT_REST_MS
}

const DEFAULT_REST_MS = 60_000

function learnedOf(
  plan: Plan,
  contactReference: string,
  now: Progress,
  before: Progress,
): ApiRecord[] {
  const learned: ApiRecord[] = []
  if (now.contactId !== null && now.contactId !== before.contactId)
    learned.push({ kind: 'contact', reference: contactReference, id: now.contactId })
  if (plan.kind !== 'contact' && now.invoiceId !== null && now.invoiceId !== before.invoiceId)
    learned.push({ kind: 'invoice', reference: plan.orderId, id: now.invoiceId })
  if (plan.kind === 'refund' && now.isRefunded && !before.isRefunded && now.invoiceId !== null)
    learned.push({ kind: 'refund', reference: plan.orderId, id: now.invoiceId })
  for (const [name, id] of now.productIds)
    if (before.productIds.get(name) !== id) learned.push({ kind: 'product', reference: name, id })
  return learned
}
