import { expect, test } from 'vitest'
import { nextSyncDelay } from '#lib/domain/item-sync.ts'

const SECOND = 1_000
const HOUR = 60 * 60 * SECOND

test.each([
  [1, 30 * SECOND],
  [2, 60 * SECOND],
  [5, 480 * SECOND],
  [12, HOUR],
])('after %i tries in vain it waits longer, up to an hour', (tries, delayMs) => {
  expect(nextSyncDelay(tries, null)).toEqual({ kind: 'wait', delayMs })
})

test('what UltraCart asks for counts more, within a day', () => {
  expect(nextSyncDelay(1, 5 * SECOND)).toEqual({ kind: 'wait', delayMs: 5 * SECOND })
  expect(nextSyncDelay(9, 5 * SECOND)).toEqual({ kind: 'wait', delayMs: 5 * SECOND })
  expect(nextSyncDelay(1, 100 * HOUR)).toEqual({ kind: 'wait', delayMs: 24 * HOUR })
})

test('many tries in vain are enough', () => {
  expect(nextSyncDelay(13, null)).toEqual({ kind: 'give-up' })
})
