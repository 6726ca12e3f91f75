import { expect, test } from 'vitest'
import { changeRelayRules } from '#lib/domain/change-relay-rules.ts'
import { DEFAULT_RELAY_RULES } from '#lib/domain/relay-rules.ts'

const now = new Date('2026-11-29T10:00:00Z')

test('the start date takes a date, now, or none', () => {
  expect(startDate('2026-11-01')).toBe('2026-11-01T00:00:00.000Z')
  expect(startDate('now')).toBe('2026-11-29T10:00:00.000Z')
  expect(startDate('none')).toBeNull()
})

test('all changes are made, the last of a rule counts', () => {
  const changed = changeRelayRules(
    DEFAULT_RELAY_RULES,
    [
      ['on-unknown', 'ask'],
      ['test-orders', 'send'],
      ['on-unknown', 'retry'],
    ],
    now,
  )
  expect(changed).toMatchObject({
    kind: 'set',
    rules: { onUnknown: 'retry', testOrders: 'send' },
  })
})

test('words are read from a list with commas, in any case; an empty list takes them away', () => {
  const set = (value: string) =>
    changeRelayRules(DEFAULT_RELAY_RULES, [['success-words', value]], now)
  expect(set(' Success, OK,,ok ')).toMatchObject({ rules: { successWords: ['success', 'ok'] } })
  expect(set('')).toMatchObject({ rules: { successWords: [] } })
})

test.each([
  ['merged-auto-orders', 'cancelled', { mergedAutoOrders: 'cancelled' }],
  ['completed-auto-orders', 'silent', { completedAutoOrders: 'silent' }],
  ['kit-components', 'send', { kitComponents: 'send' }],
])('the rule %s takes %s', (name, value, rules) => {
  expect(changeRelayRules(DEFAULT_RELAY_RULES, [[name, value]], now)).toMatchObject({ rules })
  expect(changeRelayRules(DEFAULT_RELAY_RULES, [[name, 'maybe']], now)).toMatchObject({
    kind: 'invalid',
  })
})

test('one wrong change and none is made', () => {
  const changes = [
    ['test-orders', 'send'],
    ['start-date', 'yesterday-ish'],
  ] as const
  expect(changeRelayRules(DEFAULT_RELAY_RULES, changes, now)).toMatchObject({ kind: 'invalid' })
})

function startDate(value: string): string | null | undefined {
  const changed = changeRelayRules(DEFAULT_RELAY_RULES, [['start-date', value]], now)
  return changed.kind === 'set' ? changed.rules.startDate : undefined
}

test.each(['1', 'order 5', '2026', 'Nov 1'])('the start date is no guess at "%s"', (value) => {
  expect(startDate(value)).toBeUndefined()
})

test('a start date without a zone is one of UTC', () => {
  expect(startDate('2026-11-01T10:00')).toBe('2026-11-01T10:00:00.000Z')
})

test.each([
  ['30', 30],
  ['45s', 45],
  ['2m', 120],
  ['60 M', 3600],
])('the delay of a sale takes %s', (value, saleDelaySeconds) => {
  const changed = changeRelayRules(DEFAULT_RELAY_RULES, [['sale-delay', value]], now)
  expect(changed).toMatchObject({ rules: { saleDelaySeconds } })
})

test.each(['', '0', '4', '61m', '-30', '1e3', '30h', 'soon'])(
  'the delay of a sale refuses "%s" and says its bounds',
  (value) => {
    const changed = changeRelayRules(DEFAULT_RELAY_RULES, [['sale-delay', value]], now)
    expect(changed).toMatchObject({
      kind: 'invalid',
      reason: expect.stringContaining('5 seconds to 60 minutes'),
    })
  },
)

test('partners are attributed by pixel only where the merchant wants it, after 30 s', () => {
  expect(DEFAULT_RELAY_RULES).toMatchObject({
    attributeByPixel: 'off',
    saleDelaySeconds: 30,
    pixelEmail: 'email',
  })
  const changes = [
    ['attribute-by-pixel', 'on'],
    ['pixel-email', 'E-Mail'],
  ] as const
  expect(changeRelayRules(DEFAULT_RELAY_RULES, changes, now)).toMatchObject({
    rules: { attributeByPixel: 'on', pixelEmail: 'E-Mail' },
  })
})
