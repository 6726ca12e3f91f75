import { expect, test } from 'vitest'
import { explainRemainder } from '#lib/domain/explain-remainder.ts'
import type { Doubt } from '#lib/domain/reconcile-period.ts'

const DOUBTS: Doubt[] = [
  { kind: 'tax', effectCents: -400 },
  { kind: 'test-orders', effectCents: -2200 },
  { kind: 'partial-refunds', effectCents: 300 },
  { kind: 'refunds-after-period', effectCents: -100 },
]

test.each([
  [-400, ['tax']],
  [-2600, ['tax', 'test-orders']],
  [-100, ['refunds-after-period']],
  [0, []],
  [-401, null],
])('a remainder of %i cents is explained by %j', (remainder, kinds) => {
  expect(explainRemainder(remainder, DOUBTS)).toEqual(kinds)
})
