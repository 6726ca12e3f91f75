import { expect, test } from 'vitest'
import { formatMoment, nameZone } from '#components/time/format-moment.ts'
import { relativeTime, timeLeft } from '#components/time/relative-time.ts'

const AT = '2026-11-25T19:05:31.000Z'
const now = Date.parse('2026-11-25T20:00:00Z')

test('a moment is shown in the merchant’s zone, and the long form names it', () => {
  expect(formatMoment(AT, 'America/New_York', 'long')).toBe('Nov 25, 2026, 2:05:31 PM EST')
  expect(formatMoment(AT, 'America/New_York', 'full')).toBe('Nov 25, 2026, 2:05 PM EST')
  expect(formatMoment(AT, 'Asia/Tokyo', 'short')).toBe('Nov 26, 4:05 AM')
})

test('a zone is named as people say it', () => {
  expect(nameZone('America/New_York')).toBe('New York time')
  expect(nameZone('UTC')).toBe('UTC')
})

test.each([
  [AT, '54 minutes ago'],
  ['2026-11-25T19:59:59.500Z', 'just now'],
  ['2026-11-23T19:00:00Z', '2 days ago'],
  ['2026-11-25T22:00:00Z', 'in 2 hours'],
])('%s was or will be %s', (moment, words) => {
  expect(relativeTime(moment, now)).toBe(words)
})

test.each([
  ['2026-11-25T20:00:12Z', '12 s'],
  ['2026-11-25T20:01:12Z', '1 min 12 s'],
  ['2026-11-25T22:30:00Z', '2 h 30 min'],
  ['2026-11-25T19:00:00Z', 'now'],
])('until %s there is %s', (moment, words) => {
  expect(timeLeft(moment, now)).toBe(words)
})
