import { expect, test } from 'vitest'
import {
  type KnownOrder,
  type KnownTelling,
  NOTHING_KNOWN_OF_ORDER,
} from '#lib/domain/known-state.ts'
import { judgeBackfilled } from '#lib/domain/order-backfill.ts'

function known(standing: KnownTelling['standing'], text = 'why'): KnownOrder {
  const reason = standing === 'told' ? null : ({ code: 'test-order', text } as const)
  return { ...NOTHING_KNOWN_OF_ORDER, sale: { position: 1, standing, reason } }
}

test.each([
  ['never seen, now to be told', null, known('told'), 'told'],
  ['told before', known('told'), known('told'), 'unchanged'],
  ['released from a hold', known('held'), known('told'), 'told'],
  ['never seen, unpaid', null, known('held'), 'held'],
  ['held as before', known('held'), known('held'), 'unchanged'],
  ['held for another reason', known('held'), known('held', 'other'), 'held'],
  ['never seen, skipped', null, known('skipped'), 'skipped'],
  ['never seen, nothing to tell', null, NOTHING_KNOWN_OF_ORDER, 'skipped'],
] as const)('%s', (_what, before, after, outcome) => {
  expect(judgeBackfilled(before, after)).toBe(outcome)
})
