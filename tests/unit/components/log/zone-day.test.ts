import { expect, test } from 'vitest'
import { addDays, dayInZone, startOfDay } from '#components/log/zone-day.ts'

const NEW_YORK = 'America/New_York'

test('the day is that of the zone, not of the server', () => {
  expect(dayInZone(new Date('2026-11-25T03:00:00Z'), NEW_YORK)).toBe('2026-11-24')
  expect(dayInZone(new Date('2026-11-25T03:00:00Z'), 'Asia/Tokyo')).toBe('2026-11-25')
})

test('days are counted across months and leap days', () => {
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
})

test.each([
  ['2026-11-25', NEW_YORK, '2026-11-25T05:00:00.000Z'],
  ['2026-07-04', NEW_YORK, '2026-07-04T04:00:00.000Z'],
  ['2026-11-01', NEW_YORK, '2026-11-01T04:00:00.000Z'],
  ['2026-03-08', NEW_YORK, '2026-03-08T05:00:00.000Z'],
  ['2026-06-01', 'Asia/Kolkata', '2026-05-31T18:30:00.000Z'],
  ['2026-06-01', 'UTC', '2026-06-01T00:00:00.000Z'],
])('%s begins in %s at %s, also on days when the clocks change', (day, zone, moment) => {
  expect(startOfDay(day, zone).toISOString()).toBe(moment)
})
