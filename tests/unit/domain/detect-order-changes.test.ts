import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectChanges } from '#lib/domain/detect-changes.ts'
import type { Change, KnownState } from '#lib/domain/known-state.ts'
import type { RelayPolicy } from '#lib/domain/relay-policy.ts'
import { DEFAULT_RELAY_RULES } from '#lib/domain/relay-rules.ts'
import type { OrderSnapshot } from '#lib/domain/snapshot.ts'
import { anOrderSnapshot } from '#tests/support/build-snapshot.ts'

const policy: RelayPolicy = { method: 'api', rules: DEFAULT_RELAY_RULES }
const paid = anOrderSnapshot()
const TOTAL = paid.totals?.totalCents ?? 0

const unpaid: OrderSnapshot = {
  ...paid,
  stage: 'Accounts Receivable',
  payment: paid.payment === null ? null : { ...paid.payment, status: 'Unprocessed' },
}

function refunded(totalCents: number, eventName = 'order_refund'): OrderSnapshot {
  if (paid.totals === null || paid.payment === null) throw new Error('The sample has both.')
  return {
    ...paid,
    eventName,
    payment: { ...paid.payment, status: 'Refunded' },
    totals: { ...paid.totals, refunded: { ...paid.totals.refunded, totalCents } },
  }
}

type LogRow = { type: string; status: string; reason: string | null; cents: number }

/** The log that a sequence of snapshots makes, in the order in which a stream would send it. */
function logOf(snapshots: readonly OrderSnapshot[], under = policy): LogRow[] {
  let known: KnownState | null = null
  const rows = new Map<number, LogRow>()
  for (const snapshot of snapshots) {
    const detection = detectChanges(known, snapshot, under)
    known = detection.known
    for (const change of detection.changes) {
      rows.delete(change.position)
      rows.set(change.kind === 'add' ? change.position : change.newPosition, toRow(change))
    }
  }
  return [...rows].sort(([left], [right]) => left - right).map(([, row]) => row)
}

function toRow({ event, standing }: Change): LogRow {
  return {
    type: event.kind,
    status: standing.status,
    reason: standing.status === 'queued' ? null : standing.reason.code,
    cents: event.kind === 'order-refunded' ? event.refunded.totalCents : TOTAL,
  }
}

const brief = (rows: LogRow[]) => rows.map((row) => [row.type, row.reason ?? row.status, row.cents])

describe('what is new in an order', () => {
  test('paid: one sale', () => {
    expect(brief(logOf([paid, paid, paid]))).toEqual([['order-paid', 'queued', TOTAL]])
  })

  test('unpaid, then paid: one row, held and then queued', () => {
    expect(brief(logOf([unpaid]))).toEqual([['order-paid', 'stage-before-payment', TOTAL]])
    expect(brief(logOf([unpaid, unpaid, paid]))).toEqual([['order-paid', 'queued', TOTAL]])
  })

  test('running totals: each refund is the difference to what was told', () => {
    expect(brief(logOf([paid, refunded(1000), refunded(1000), refunded(2500)]))).toEqual([
      ['order-paid', 'queued', TOTAL],
      ['order-refunded', 'queued', 1000],
      ['order-refunded', 'queued', 1500],
    ])
  })

  test('a refund of an order that was never seen is skipped, and comes back behind its sale', () => {
    expect(brief(logOf([refunded(1000)]))).toEqual([['order-refunded', 'never-relayed', 1000]])
    expect(brief(logOf([refunded(1000), paid]))).toEqual([
      ['order-paid', 'queued', TOTAL],
      ['order-refunded', 'queued', 1000],
    ])
  })

  test('a replay that finds the order refunded already tells the sale and the refund', () => {
    expect(brief(logOf([refunded(1000, 'order_create')]))).toEqual([
      ['order-paid', 'queued', TOTAL],
      ['order-refunded', 'queued', 1000],
    ])
  })

  test('full refunds only: partial ones are skipped and the last tells the whole sum', () => {
    const fullOnly = { ...policy, rules: { ...policy.rules, partialRefunds: 'full-only' } as const }
    expect(brief(logOf([paid, refunded(1000), refunded(TOTAL)], fullOnly))).toEqual([
      ['order-paid', 'queued', TOTAL],
      ['order-refunded', 'partial-refund-off', 1000],
      ['order-refunded', 'queued', TOTAL],
    ])
  })

  test('rejected before payment is skipped; paid after all, it is told', () => {
    const rejected = { ...unpaid, stage: 'Rejected' }
    expect(brief(logOf([unpaid, rejected]))).toEqual([
      ['order-paid', 'rejected-before-payment', TOTAL],
    ])
    expect(brief(logOf([unpaid, rejected, paid]))).toEqual([['order-paid', 'queued', TOTAL]])
  })

  test('a snapshot without its expansions keeps what was known', () => {
    const bare = { ...paid, buyer: null, items: null, totals: null, payment: null }
    expect(brief(logOf([unpaid, bare]))).toEqual([['order-paid', 'payment-not-processed', TOTAL]])
    expect(brief(logOf([paid, bare, refunded(500), bare]))).toHaveLength(2)
  })

  test('under the pixel method nothing is posted, not even after the method changed', () => {
    const pixel = { ...policy, method: 'pixel' } as const
    const first = detectChanges(null, paid, pixel)
    expect(first.changes[0]?.standing).toMatchObject({ reason: { code: 'pixel-method' } })
    expect(detectChanges(first.known, paid, policy).changes).toEqual([])
  })
})

describe('laws, for snapshots in any order and number', () => {
  const history = [unpaid, paid, refunded(700), refunded(1900), refunded(TOTAL)]

  test('once all have come, the sale is told once and the refunds add up to the order’s own', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(history, { minLength: history.length }),
        fc.array(fc.constantFrom(...history), { maxLength: 12 }),
        (all, more) => {
          const rows = logOf([...all, ...more])
          expect(rows.filter((row) => row.type === 'order-paid')).toHaveLength(1)
          expect(rows[0]).toMatchObject({ type: 'order-paid', status: 'queued' })
          const told = rows.filter((row) => row.type === 'order-refunded')
          expect(told.every((row) => row.status === 'queued')).toBe(true)
          expect(told.reduce((sum, row) => sum + row.cents, 0)).toBe(TOTAL)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('what was seen before changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...history), { minLength: 1, maxLength: 8 }), (seen) => {
        const last = seen.at(-1)
        expect(logOf(last === undefined ? seen : [...seen, last])).toEqual(logOf(seen))
      }),
      { numRuns: 500 },
    )
  })
})
