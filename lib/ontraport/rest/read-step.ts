import type { Outcome } from '#lib/domain/transmission.ts'
import type { Answer, AnsweredCall } from '../answer.ts'
import { refused } from '../refusals.ts'
import { LIST_LIMIT } from './api-call.ts'
import { judgeStatus } from './judge-status.ts'
import type { Step } from './next-call.ts'
import type { Plan } from './plan.ts'
import type { Progress } from './progress.ts'
import { type ApiRow, readBody, readId, readRows } from './read-body.ts'

/** Where a message stands after a call: it goes on, or it has its outcome. */
export type AfterStep = { kind: 'on'; progress: Progress } | { kind: 'ended'; outcome: Outcome }

/** What the answer to a call means for its message. */
export function readStep(plan: Plan, progress: Progress, step: Step, answer: Answer): AfterStep {
  if (answer.kind === 'not-connected')
    return ended({ kind: 'unreachable', reason: answer.reason, retryAfterMs: null })
  if (answer.kind === 'answer-lost') return ended({ kind: 'unknown', reason: answer.reason })
  if (isEmptySearch(step, answer)) return afterFind(plan, progress, step, [])
  if (isContactGone(step, answer) && !progress.isContactRenewed)
    // A product may be what is gone: all that was remembered is found anew, once.
    return on({
      ...progress,
      contactId: null,
      productIds: new Map(),
      missingProducts: [],
      isContactRenewed: true,
    })
  if (answer.status !== 200) return ended(judgeStatus(answer))
  const body = readBody(answer.body)
  if (body === null)
    return unknown('ONTRAPORT answered HTTP 200, but not in a form that can be read.')
  return afterData(plan, progress, step, body.data)
}

function afterData(plan: Plan, progress: Progress, step: Step, data: unknown): AfterStep {
  switch (step.kind) {
    case 'look-up-order':
    case 'look-up-status':
    case 'find-product':
      return afterFind(plan, progress, step, readRows(data))
    case 'refund-sale':
      return on({ ...progress, isRefunded: true })
    case 'add-tags':
      return on({ ...progress, hasTagsAdded: true })
    case 'remove-tags':
      return on({ ...progress, hasTagsRemoved: true })
    default:
      return afterMake(progress, step, readId(data))
  }
}

function afterMake(
  progress: Progress,
  step: Extract<Step, { kind: 'save-contact' | 'make-product' | 'log-sale' }>,
  id: string | null,
): AfterStep {
  if (id === null) return unknown('ONTRAPORT answered HTTP 200, but named no id.')
  switch (step.kind) {
    case 'save-contact':
      return on({ ...progress, contactId: id })
    case 'make-product':
      return on(withProduct(progress, step.name, id))
    case 'log-sale':
      return on({ ...progress, invoiceId: id })
  }
}

function afterFind(plan: Plan, progress: Progress, step: Step, rows: ApiRow[]): AfterStep {
  if (step.kind === 'find-product') return afterProducts(progress, step.name, rows)
  if (step.kind === 'look-up-status') {
    const isRefunded = rows.some((row) => REVERSED.has(row.status ?? ''))
    return on({ ...progress, mustLookUp: false, isRefunded })
  }
  const orderId = plan.kind === 'contact' ? '' : plan.orderId
  const found = rows.find((row) => row.external_order_id === orderId)
  if (found !== undefined) {
    // A refund still has to see whether it was made; the sale is told.
    const mustLookUp = plan.kind === 'refund' && progress.mustLookUp
    return on({ ...progress, mustLookUp, invoiceId: found.id })
  }
  if (rows.length >= LIST_LIMIT)
    return unknown('ONTRAPORT listed too many sales to tell whether this order is among them.')
  if (plan.kind === 'sale') return on({ ...progress, mustLookUp: false, invoiceId: null })
  return ended(refused('ONTRAPORT has no sale of this order, so there is nothing to refund.'))
}

/** Refunded and void, as a transaction's status has them. */
const REVERSED: ReadonlySet<string> = new Set(['2', '4'])

function afterProducts(progress: Progress, name: string, rows: readonly ApiRow[]): AfterStep {
  const found = rows.find((row) => row.name === name)
  return found === undefined
    ? on({ ...progress, missingProducts: [...progress.missingProducts, name] })
    : on(withProduct(progress, name, found.id))
}

function withProduct(progress: Progress, name: string, id: string): Progress {
  return { ...progress, productIds: new Map(progress.productIds).set(name, id) }
}

/** A search that finds nothing may answer 404 (since 2022-04-13). */
function isEmptySearch({ kind, call }: Step, { status }: AnsweredCall): boolean {
  return status === 404 && call.method === 'GET' && kind !== 'look-up-status'
}

/** Merged or deleted contacts answer 404, or 400 with a sentence about the contact. */
function isContactGone({ kind }: Step, { status, body }: AnsweredCall): boolean {
  const needsContact = kind === 'log-sale' || kind === 'add-tags' || kind === 'remove-tags'
  return needsContact && (status === 404 || (status === 400 && /contact/i.test(body)))
}

function on(progress: Progress): AfterStep {
  return { kind: 'on', progress }
}

function ended(outcome: Outcome): AfterStep {
  return { kind: 'ended', outcome }
}

function unknown(reason: string): AfterStep {
  return ended({ kind: 'unknown', reason })
}
