import { describe, expect, test } from 'vitest'
import { readAmount } from '#components/reconcile/read-amount.ts'
import { loadReconcileSearch } from '#components/reconcile/reconcile-search-params.ts'
import { toDays, toPeriod } from '#components/reconcile/to-period.ts'

/** Late on the evening of October 31 in New York; November in UTC. */
const CLOCK = { now: new Date('2026-11-01T03:30:00Z'), timeZone: 'America/New_York' }

describe('the days of a period', () => {
  test.each([
    ['', '2026-10-01', '2026-10-31'],
    ['?period=last-month', '2026-09-01', '2026-09-30'],
    ['?period=7d', '2026-10-25', '2026-10-31'],
    ['?period=30d', '2026-10-02', '2026-10-31'],
    ['?period=custom&from=2026-03-08&to=2026-03-08', '2026-03-08', '2026-03-08'],
    ['?period=custom&from=2026-05-02&to=2026-05-01', '2026-05-01', '2026-05-02'],
    ['?period=custom&to=2026-05-01', '2026-05-01', '2026-05-01'],
    ['?period=custom&from=tomorrow', '2026-10-31', '2026-10-31'],
    ['?period=ever', '2026-10-01', '2026-10-31'],
  ])('%s', (query, first, last) => {
    const search = loadReconcileSearch(new URLSearchParams(query))
    expect(toDays(search, CLOCK)).toEqual({ first, last })
  })

  test('begin and end at the merchant’s midnight, also when the clocks change in between', () => {
    const { from, to } = toPeriod({ first: '2026-10-31', last: '2026-11-01' }, CLOCK.timeZone)
    expect(from.toISOString()).toBe('2026-10-31T04:00:00.000Z')
    expect(to.toISOString()).toBe('2026-11-02T05:00:00.000Z')
  })
})

test.each([
  ['$1,234.50', 'USD', 123450],
  ['1234.5', 'USD', 123450],
  ['-3', 'USD', -300],
  ['€ 12.34', 'EUR', 1234],
  ['1200', 'JPY', 1200],
  ['12 apples', 'USD', null],
  ['', 'USD', null],
])('%j in %s is read as %j', (text, currency, cents) => {
  expect(readAmount(text, currency)).toBe(cents)
})
