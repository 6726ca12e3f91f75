import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  checkRetention,
  DEFAULT_RETENTION,
  RETENTION_BOUNDS,
  retentionLimits,
} from '#lib/domain/retention.ts'

const now = new Date('2026-11-25T04:00:00.000Z')

test('texts go by the day, rows by the month', () => {
  expect(retentionLimits({ bodyDays: 30, rowMonths: 12 }, now)).toEqual({
    bodiesBefore: new Date('2026-10-26T04:00:00.000Z'),
    rowsBefore: new Date('2025-11-01T00:00:00.000Z'),
  })
})

test('the defaults are within the bounds', () => {
  expect(checkRetention(DEFAULT_RETENTION)).toBeNull()
})

test.each([
  { bodyDays: 6, rowMonths: 12 },
  { bodyDays: 731, rowMonths: 36 },
  { bodyDays: 30, rowMonths: 2 },
  { bodyDays: 30.5, rowMonths: 12 },
  { bodyDays: Number.NaN, rowMonths: 12 },
  { bodyDays: 90, rowMonths: 3 },
])('%o is refused with words', (retention) => {
  expect(checkRetention(retention)).toMatch(/\.$/)
})

test('whatever is allowed, a row outlives its texts', () => {
  const { bodyDays, rowMonths } = RETENTION_BOUNDS
  fc.assert(
    fc.property(
      fc.record({ bodyDays: fc.integer(bodyDays), rowMonths: fc.integer(rowMonths) }),
      fc.date({ min: new Date('2026-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
      (retention, at) => {
        fc.pre(checkRetention(retention) === null)
        const { bodiesBefore, rowsBefore } = retentionLimits(retention, at)
        return rowsBefore.getTime() <= bodiesBefore.getTime()
      },
    ),
  )
})
