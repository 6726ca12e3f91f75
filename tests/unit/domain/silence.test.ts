import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeSilence, judgeSilence } from '#lib/domain/silence.ts'

const LAST = new Date('2026-11-20T10:00:00Z')
const HOUR = 3_600_000

/** Arrivals with these gaps in minutes, the newest gap first, the last arrival at `LAST`. */
function arrivals(gaps: readonly number[]): Date[] {
  const agoMinutes = gaps.map((_, at) => gaps.slice(0, at + 1).reduce((sum, gap) => sum + gap, 0))
  return [LAST, ...agoMinutes.map((ago) => new Date(LAST.getTime() - ago * 60_000))]
}

function after(hours: number): Date {
  return new Date(LAST.getTime() + hours * HOUR)
}

const EVERY_40_MINUTES = Array.from({ length: 60 }, () => 40)

test('a store whose usual gap is 40 minutes and that says nothing for 26 hours is silent', () => {
  const silence = judgeSilence(arrivals(EVERY_40_MINUTES), after(26))
  expect(silence).toEqual({
    lastAt: LAST.toISOString(),
    silentMinutes: 26 * 60,
    usualGapMinutes: 40,
  })
  expect(silence && describeSilence(silence)).toBe(
    'No event from UltraCart for 26 hours; the usual gap is 40 minutes',
  )
})

test.each([
  ['five hours of quiet are none yet', EVERY_40_MINUTES, 5],
  ['nights without an order are usual', EVERY_40_MINUTES.with(5, 600).with(30, 540), 17],
  [
    'one outage in the past does not count as usual, nor does it alarm',
    EVERY_40_MINUTES.with(9, 6000),
    6,
  ],
  ['a shop that sells once a day may wait for days', Array.from({ length: 40 }, () => 1440), 72],
  ['a brand-new store is not judged', EVERY_40_MINUTES.slice(0, 10), 100],
  ['a store without any event is not judged', [], 100],
])('%s', (_, gaps, hours) => {
  expect(judgeSilence(arrivals(gaps), after(hours))).toBeNull()
})

test('once silent, a store stays silent until something arrives', () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 20, maxLength: 100 })
  fc.assert(
    fc.property(
      gaps,
      fc.integer({ min: 1, max: 1_000 }),
      fc.integer({ min: 1, max: 1_000 }),
      (given, hours, more) => {
        const isSilent = judgeSilence(arrivals(given), after(hours)) !== null
        if (isSilent) expect(judgeSilence(arrivals(given), after(hours + more))).not.toBeNull()
      },
    ),
  )
})

test.each([
  [30, 'for 30 minutes'],
  [89, 'for 89 minutes'],
  [1560, 'for 26 hours'],
  [4320, 'for 3 days'],
])('%i minutes are said as %s', (silentMinutes, words) => {
  expect(describeSilence({ lastAt: '', silentMinutes, usualGapMinutes: 1 })).toContain(words)
})
