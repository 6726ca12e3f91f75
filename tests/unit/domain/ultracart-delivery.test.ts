import { expect, test } from 'vitest'
import { matchDeliveries } from '#lib/domain/ultracart-delivery.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 25) + seconds * 1_000).toISOString()

function sent(requestId: string, seconds: number) {
  return { requestId, deliveredAt: at(seconds), isSuccess: true }
}

function arrived(id: string, seconds: number) {
  const counts = { acceptedCount: 1, unchangedCount: 0, ignoredCount: 0 }
  return { id, receivedAt: at(seconds), error: null, ...counts }
}

function pairs(...given: Parameters<typeof matchDeliveries>): Record<string, string> {
  return Object.fromEntries([...matchDeliveries(...given)].map(([key, { id }]) => [key, id]))
}

test('calls in close succession get what arrived nearest to each', () => {
  const here = [arrived('a', 1), arrived('b', 4), arrived('c', 9)]
  expect(pairs([sent('C', 8), sent('B', 5), sent('A', 0)], here)).toEqual({
    A: 'a',
    B: 'b',
    C: 'c',
  })
})

test('what arrived once stands beside one call only', () => {
  expect(pairs([sent('A', 0), sent('B', 2)], [arrived('b', 2)])).toEqual({ B: 'b' })
})

test('what was taken here stands beside the success, not beside a call that was turned away', () => {
  const turnedAway = { ...sent('A', 0), isSuccess: false }
  expect(pairs([turnedAway, sent('B', 5)], [arrived('b', 1)])).toEqual({ B: 'b' })
})

test('what was taken here although UltraCart gave up waiting stands beside that call', () => {
  expect(pairs([{ ...sent('A', 0), isSuccess: false }], [arrived('a', 1)])).toEqual({ A: 'a' })
})

test('what is further apart than UltraCart waits is another delivery', () => {
  expect(pairs([sent('A', 0)], [arrived('a', 36)])).toEqual({})
})
