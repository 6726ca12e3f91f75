import { expect, test } from 'vitest'
import { type TimelineEntry, toTimeline } from '#components/transmission/timeline.ts'
import { aDetail, anAttempt } from '#tests/support/build-detail.ts'

function titles(entries: TimelineEntry[]): string[] {
  return entries.map((entry) => {
    if (entry.kind === 'attempt') return `Attempt ${entry.attempt.number}`
    return entry.kind === 'next' ? 'Next' : entry.title
  })
}

test('a sale that was held tells why, when it was let go, and what came then', () => {
  const timeline = toTimeline(
    aDetail({
      heldReason: 'Waiting for payment',
      releasedAt: '2026-11-21T10:00:00.000Z',
      attempts: [anAttempt({ startedAt: '2026-11-21T10:00:01.000Z' })],
    }),
  )
  expect(titles(timeline)).toEqual(['Arrived from UltraCart', 'Held', 'Let go', 'Attempt 1'])
  expect(timeline[1]).toMatchObject({ reason: 'Waiting for payment' })
})

test('one that is held still shows its present reason and is not let go', () => {
  const held = { status: 'held', reason: 'Waiting: Pre-ordered', finishedAt: null } as const
  expect(
    toTimeline(aDetail({ ...held, heldReason: 'older', releasedAt: null })).at(-1),
  ).toMatchObject({ title: 'Held', reason: 'Waiting: Pre-ordered' })
})

test('one that is tried again ends with its next try', () => {
  const timeline = toTimeline(
    aDetail({
      status: 'retrying',
      finishedAt: null,
      nextAttemptAt: '2026-11-20T10:02:00.000Z',
      attempts: [anAttempt({ outcome: 'unreachable' })],
    }),
  )
  expect(titles(timeline)).toEqual(['Arrived from UltraCart', 'Attempt 1', 'Next'])
})

test.each([
  [{ status: 'skipped' } as const, 'Skipped'],
  [{ status: 'failed', reasonCode: 'closed-by-hand' } as const, 'Decided by hand'],
  [{ status: 'queued', finishedAt: null } as const, 'Waits for its turn'],
])('%o ends with the word for it', (given, title) => {
  expect(titles(toTimeline(aDetail(given))).at(-1)).toBe(title)
})
