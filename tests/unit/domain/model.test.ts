import fc from 'fast-check'
import { expect, test } from 'vitest'
import { detectChanges } from '#lib/domain/detect-changes.ts'
import type { Change, KnownState } from '#lib/domain/known-state.ts'
import type { RelayPolicy } from '#lib/domain/relay-policy.ts'
import { DEFAULT_RELAY_RULES } from '#lib/domain/relay-rules.ts'
import type { AutoOrderSnapshot, OrderSnapshot } from '#lib/domain/snapshot.ts'
import {
  anAutoOrderSnapshot,
  anOrderSnapshot,
  someRefundedTotals,
} from '#tests/support/build-snapshot.ts'
import { modelRuns } from '#tests/support/model/model-runs.ts'
import {
  anyOrderStory,
  type Heard,
  judgeHeard,
  ORDER_TOTAL_CENTS,
  type OrderFacts,
  whatMustBeHeard,
} from '#tests/support/model/order-model.ts'

const ORDER_RUNS = 4_000
const AUTO_ORDER_RUNS = 1_000
const LIMIT_MS = 120_000

/** A log and a receiver that hears the head of the stream whenever it is asked to. */
class Stream<Snapshot extends OrderSnapshot | AutoOrderSnapshot, Label> {
  readonly heard: Label[] = []
  readonly #waiting = new Map<number, Change>()
  readonly #policy: RelayPolicy
  readonly #label: (change: Change) => Label
  #known: KnownState | null = null

  constructor(policy: RelayPolicy, label: (change: Change) => Label) {
    this.#policy = policy
    this.#label = label
  }

  take(snapshot: Snapshot): void {
    const { known, changes } = detectChanges(this.#known, snapshot, this.#policy)
    this.#known = known
    for (const change of changes) this.#note(change)
  }

  hear(): void {
    const due = [...this.#waiting].filter(([, change]) => change.standing.status === 'queued')
    for (const [position, change] of due.sort(([left], [right]) => left - right)) {
      this.#waiting.delete(position)
      this.heard.push(this.#label(change))
    }
  }

  #note(change: Change): void {
    if (change.kind === 'add') {
      this.#waiting.set(change.position, change)
      return
    }
    const before = this.#waiting.get(change.position)
    if (before === undefined || before.standing.status === 'queued')
      throw new Error('What is told or waits to be told was changed.')
    this.#waiting.delete(change.position)
    this.#waiting.set(change.newPosition, change)
  }
}

/** Part of what goes back is tax, so that the parts have to add up as well as the whole. */
function orderWith({ isRefundNotice, isPaid, refundedCents }: OrderFacts): OrderSnapshot {
  const order = anOrderSnapshot()
  const taxCents = Math.floor(refundedCents / 10)
  return {
    ...order,
    eventName: isRefundNotice ? 'order_refund' : 'order_create',
    stage: isPaid ? 'Shipping Department' : 'Accounts Receivable',
    payment: order.payment && { ...order.payment, status: paymentStatus(isPaid, refundedCents) },
    totals: order.totals && {
      ...order.totals,
      totalCents: ORDER_TOTAL_CENTS,
      refunded: someRefundedTotals({
        totalCents: refundedCents,
        subtotalCents: refundedCents - taxCents,
        taxCents,
      }),
    },
  }
}

function paymentStatus(isPaid: boolean, refundedCents: number): string {
  if (!isPaid) return 'Unprocessed'
  return refundedCents > 0 ? 'Refunded' : 'Processed'
}

function heardOf({ event }: Change): Heard {
  if (event.kind !== 'order-refunded') return 'sale'
  const { refunded } = event
  if (refunded.subtotalCents + refunded.taxCents !== refunded.totalCents)
    throw new Error(`The parts of a refund do not add up: ${JSON.stringify(refunded)}`)
  return refunded.totalCents
}

test(
  'whatever is told of an order, in any order and number, ONTRAPORT hears one sale and then its refunds to the cent',
  () => {
    fc.assert(
      fc.property(
        anyOrderStory(),
        fc.constantFrom('send', 'full-only'),
        fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
        (story, partialRefunds, pauses) => {
          const rules = { ...DEFAULT_RELAY_RULES, partialRefunds }
          const stream = new Stream<OrderSnapshot, Heard>({ method: 'api', rules }, heardOf)
          story.told.forEach((facts, index) => {
            stream.take(orderWith(facts))
            if (pauses[index]) stream.hear()
          })
          stream.hear()
          expect(judgeHeard(stream.heard, whatMustBeHeard(story, partialRefunds))).toBeNull()
        },
      ),
      modelRuns('order', ORDER_RUNS),
    )
  },
  LIMIT_MS,
)

const WORDS = {
  active: {},
  'card declined': { failedAttemptCount: 1 },
  cancelled: { status: 'canceled', isEnabled: false },
  terminated: { status: 'disabled', isEnabled: false },
  'cancelled upgrade': { status: 'canceled', isCancelledForUpgrade: true },
} satisfies Record<string, Partial<AutoOrderSnapshot>>

test(
  'whatever is told of an auto order, ONTRAPORT hears each change of its word and no word twice in a row',
  () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...typedKeys(WORDS)), fc.boolean()), { maxLength: 12 }),
        (told) => {
          const stream = new Stream<AutoOrderSnapshot, string | null>(
            { method: 'api', rules: DEFAULT_RELAY_RULES },
            ({ event }) => (event.kind === 'auto-order-status-changed' ? event.word : null),
          )
          for (const [word, isHeardNow] of told) {
            stream.take(anAutoOrderSnapshot(WORDS[word]))
            if (isHeardNow) stream.hear()
          }
          stream.hear()
          const words = told.map(([word]) => word)
          expect(stream.heard).toEqual(words.filter((word, at) => word !== words[at - 1]))
        },
      ),
      modelRuns('auto order', AUTO_ORDER_RUNS),
    )
  },
  LIMIT_MS,
)

function typedKeys<Key extends string>(record: Record<Key, unknown>): Key[] {
  return Object.keys(record).filter((key): key is Key => key in record)
}
