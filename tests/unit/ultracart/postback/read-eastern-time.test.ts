import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateTime } from '#lib/ontraport/postback-values.ts'
import { readEasternTime } from '#lib/ultracart/postback/read-eastern-time.ts'

test.each([
  ['01 JAN 2015 10:00:00', '2015-01-01T15:00:00.000Z'],
  ['01 JUL 2015 10:00:00', '2015-07-01T14:00:00.000Z'],
  ['1 jul 2015 9:05', '2015-07-01T13:05:00.000Z'],
  ['29 FEB 2024 23:59:59', '2024-03-01T04:59:59.000Z'],
  ['31 DEC 2026', '2026-12-31T05:00:00.000Z'],
  ['01/31/2015', '2015-01-31T05:00:00.000Z'],
  ['7/4/2026', '2026-07-04T04:00:00.000Z'],
  ['07/04/2026 08:30:00', '2026-07-04T12:30:00.000Z'],
  ['Thu Jan 01 11:00:00 EST 2015', '2015-01-01T16:00:00.000Z'],
  ['Wed Jul 01 11:00:00 EDT 2015', '2015-07-01T15:00:00.000Z'],
  ['2026-05-12T14:07:36-04:00', '2026-05-12T18:07:36.000Z'],
])('%s is %s', (text, instant) => {
  expect(readEasternTime(text)).toBe(instant)
})

test.each([
  ['08 MAR 2026 01:59:59', '2026-03-08T06:59:59.000Z'],
  ['08 MAR 2026 03:00:00', '2026-03-08T07:00:00.000Z'],
  ['01 NOV 2026 00:59:59', '2026-11-01T04:59:59.000Z'],
  ['01 NOV 2026 02:00:00', '2026-11-01T07:00:00.000Z'],
])('the clock change is minded: %s is %s', (text, instant) => {
  expect(readEasternTime(text)).toBe(instant)
})

test('an hour that the clock leaves out counts as if it had not been put forward', () => {
  expect(readEasternTime('08 MAR 2026 02:30:00')).toBe('2026-03-08T07:30:00.000Z')
})

test('of an hour that comes twice the first is meant', () => {
  expect(readEasternTime('01 NOV 2026 01:30:00')).toBe('2026-11-01T05:30:00.000Z')
})

test.each([
  '',
  'yesterday',
  '32 JAN 2015 10:00:00',
  '30 FEB 2015 10:00:00',
  '01 FOO 2015 10:00:00',
  '13/01/2015',
  '01/01/15',
  '01 JAN 2015 25:00:00',
  'Thu Jan 01 11:00:00 CET 2015',
  '01 JAN 1066 10:00:00',
])('%j is no time', (text) => {
  expect(readEasternTime(text)).toBeNull()
})

test('every second is read back from the way it is told to ONTRAPORT, save the hour that comes twice', () => {
  const min = new Date('1970-01-01T00:00:00Z')
  const anySecond = fc
    .date({ min, max: new Date('2037-12-31T00:00:00Z'), noInvalidDate: true })
    .map((at) => new Date(Math.floor(at.getTime() / 1000) * 1000).toISOString())
  fc.assert(
    fc.property(anySecond, (instant) => {
      const read = readEasternTime(dateTime(instant) ?? '')
      const anHourBefore = new Date(Date.parse(instant) - 3_600_000).toISOString()
      expect([instant, anHourBefore]).toContain(read)
      expect(dateTime(read)).toBe(dateTime(instant))
    }),
  )
})
