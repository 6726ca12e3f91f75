import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayBefore, digestDay, isDigestDue } from '#lib/domain/digest-day.ts'

/** The digests of a store that is looked at every few minutes: the day of each and when it was made. */
function digests(
  place: { timeZone: string; hour: number },
  { from, to, stepMinutes }: { from: string; to: string; stepMinutes: number },
): { day: string; at: string }[] {
  const made: { day: string; at: string }[] = []
  let done = digestDay(new Date(from), place)
  for (let at = Date.parse(from); at <= Date.parse(to); at += stepMinutes * 60_000) {
    const day = digestDay(new Date(at), place)
    if (!isDigestDue(day, done)) continue
    done = day
    made.push({ day, at: new Date(at).toISOString() })
  }
  return made
}

const NEW_YORK = 'America/New_York'

test('it is made at the hour of the merchant’s zone, on either side of both changes of the clocks', () => {
  const spring = { from: '2026-03-07T00:00:00Z', to: '2026-03-10T00:00:00Z', stepMinutes: 5 }
  expect(digests({ timeZone: NEW_YORK, hour: 8 }, spring)).toEqual([
    { day: '2026-03-07', at: '2026-03-07T13:00:00.000Z' },
    { day: '2026-03-08', at: '2026-03-08T12:00:00.000Z' },
    { day: '2026-03-09', at: '2026-03-09T12:00:00.000Z' },
  ])
  const autumn = { from: '2026-10-31T00:00:00Z', to: '2026-11-03T00:00:00Z', stepMinutes: 5 }
  expect(digests({ timeZone: NEW_YORK, hour: 8 }, autumn)).toEqual([
    { day: '2026-10-31', at: '2026-10-31T12:00:00.000Z' },
    { day: '2026-11-01', at: '2026-11-01T13:00:00.000Z' },
    { day: '2026-11-02', at: '2026-11-02T13:00:00.000Z' },
  ])
})

test('an hour that the clocks skip comes with the next one; one that they show twice, once', () => {
  const spring = { from: '2026-03-07T12:00:00Z', to: '2026-03-08T12:00:00Z', stepMinutes: 5 }
  expect(digests({ timeZone: NEW_YORK, hour: 2 }, spring)).toEqual([
    { day: '2026-03-08', at: '2026-03-08T07:00:00.000Z' },
  ])
  const autumn = { from: '2026-10-31T12:00:00Z', to: '2026-11-01T12:00:00Z', stepMinutes: 5 }
  expect(digests({ timeZone: NEW_YORK, hour: 1 }, autumn)).toEqual([
    { day: '2026-11-01', at: '2026-11-01T05:00:00.000Z' },
  ])
})

describe('in any zone, at any hour, whatever the pace', () => {
  const ZONES = [
    'America/New_York',
    'Europe/Berlin',
    'America/Havana',
    'Australia/Lord_Howe',
    'UTC',
  ]

  test('each day has exactly one, in their order', () => {
    const year = fc.record({
      timeZone: fc.constantFrom(...ZONES),
      hour: fc.integer({ min: 0, max: 23 }),
      month: fc.integer({ min: 0, max: 11 }),
      stepMinutes: fc.integer({ min: 7, max: 360 }),
    })
    fc.assert(
      fc.property(year, ({ month, stepMinutes, ...place }) => {
        const from = new Date(Date.UTC(2026, month, 1)).toISOString()
        const to = new Date(Date.UTC(2026, month, 20)).toISOString()
        const days = digests(place, { from, to, stepMinutes }).map(({ day }) => day)
        for (const [at, day] of days.entries())
          if (at > 0) expect(dayBefore(day)).toBe(days[at - 1])
        expect(days.length).toBeGreaterThanOrEqual(18)
      }),
      { numRuns: 25 },
    )
  })
})

test('a store that was away for days gets one, not one for each', () => {
  const place = { timeZone: NEW_YORK, hour: 8 }
  expect(isDigestDue(digestDay(new Date('2026-11-25T15:00:00Z'), place), '2026-11-20')).toBe(true)
  expect(digestDay(new Date('2026-11-25T15:00:00Z'), place)).toBe('2026-11-25')
})
