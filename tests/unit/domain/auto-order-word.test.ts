import { describe, expect, test } from 'vitest'
import { autoOrderWord } from '#lib/domain/auto-order-word.ts'
import { DEFAULT_RELAY_RULES } from '#lib/domain/relay-rules.ts'
import type { AutoOrderSnapshot } from '#lib/domain/snapshot.ts'
import { anAutoOrderSnapshot } from '#tests/support/build-snapshot.ts'

const rules = DEFAULT_RELAY_RULES
const cancelled = { status: 'canceled', cancelledAt: '2026-06-12T14:22:05.000Z' }

const rows: [string, Partial<AutoOrderSnapshot>, string][] = [
  ['active', { status: 'active' }, 'active'],
  ['no status at all', { status: '' }, 'active'],
  ['an unknown status that is enabled', { status: 'paused', isEnabled: true }, 'active'],
  ['a declined rebill', { failedAttemptCount: 1, failureReason: 'Declined' }, 'card declined'],
  ['the decline event', { eventName: 'auto_order_decline' }, 'card declined'],
  ['a failure text that outlived the recovery', { failureReason: 'Declined' }, 'active'],
  ['cancelled for an upgrade', { ...cancelled, isCancelledForUpgrade: true }, 'cancelled upgrade'],
  [
    'cancelled for a downgrade',
    { ...cancelled, isCancelledForDowngrade: true },
    'cancelled download',
  ],
  [
    'both marks',
    { ...cancelled, isCancelledForUpgrade: true, isCancelledForDowngrade: true },
    'cancelled upgrade',
  ],
  ['cancelled', cancelled, 'cancelled'],
  [
    'cancelled by date alone',
    { status: 'active', cancelledAt: cancelled.cancelledAt },
    'cancelled',
  ],
  ['cancelled after a decline', { ...cancelled, failedAttemptCount: 2 }, 'cancelled'],
  ['disabled', { status: 'disabled' }, 'terminated'],
  ['disabled by date', { disabledAt: '2026-06-12T14:22:05.000Z' }, 'terminated'],
  ['the disable event', { eventName: 'auto_order_disable' }, 'terminated'],
  ['run to its planned end', { isCompleted: true }, 'terminated'],
  ['another case and spelling', { status: 'Cancelled' }, 'cancelled'],
]

describe('the word of an auto order', () => {
  test.each(rows)('%s', (_, overrides, word) => {
    const verdict = autoOrderWord(anAutoOrderSnapshot(overrides), rules)
    expect(verdict).toEqual({ kind: 'word', word })
  })

  test('the downgrade word follows the rule', () => {
    const downgraded = anAutoOrderSnapshot({ ...cancelled, isCancelledForDowngrade: true })
    expect(
      autoOrderWord(downgraded, { ...rules, downgradeWord: 'cancelled downgrade' }),
    ).toMatchObject({ word: 'cancelled downgrade' })
  })

  test('a merged one has no word and names the one that goes on', () => {
    const verdict = autoOrderWord(
      anAutoOrderSnapshot({ status: 'merged', mergedInto: '77' }),
      rules,
    )
    expect(verdict).toMatchObject({ kind: 'silent', reason: { code: 'auto-order-merged' } })
  })

  test('a merged one is told as cancelled under that rule', () => {
    const merged = anAutoOrderSnapshot({ status: 'merged', mergedInto: '77' })
    expect(autoOrderWord(merged, { ...rules, mergedAutoOrders: 'cancelled' })).toEqual({
      kind: 'word',
      word: 'cancelled',
    })
  })

  test.each([
    ['terminated', { kind: 'word', word: 'terminated' }],
    ['cancelled', { kind: 'word', word: 'cancelled' }],
    ['silent', { kind: 'silent', reason: { code: 'auto-order-completed' } }],
  ] as const)('one run to its planned end follows the rule: %s', (rule, verdict) => {
    const completed = anAutoOrderSnapshot({ isCompleted: true })
    expect(autoOrderWord(completed, { ...rules, completedAutoOrders: rule })).toMatchObject(verdict)
  })

  test('one that was cancelled before its planned end stays cancelled', () => {
    const both = anAutoOrderSnapshot({ ...cancelled, isCompleted: true })
    expect(autoOrderWord(both, { ...rules, completedAutoOrders: 'silent' })).toMatchObject({
      word: 'cancelled',
    })
  })

  test('an unknown status that is not enabled has no word', () => {
    const verdict = autoOrderWord(
      anAutoOrderSnapshot({ status: 'paused', isEnabled: false }),
      rules,
    )
    expect(verdict).toMatchObject({ kind: 'silent', reason: { code: 'unknown-status' } })
  })
})
