import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AlertState,
  advanceAlert,
  type Observation,
  QUIET_MS,
  UNTOLD,
} from '#lib/domain/advance-alert.ts'

const START = Date.parse('2026-11-25T08:00:00Z')
const MINUTE_MS = 60_000

type Look = Observation & { at: Date }
type Told = { turn: 'bad' | 'recovered'; at: Date }

/** What is told over these looks, and how the state is after each. */
function tell(looks: readonly Look[]): { told: Told[]; states: AlertState[] } {
  const told: Told[] = []
  const states: AlertState[] = []
  let state = UNTOLD
  for (const { at, ...observation } of looks) {
    const step = advanceAlert(state, observation, at)
    state = step.state
    states.push(state)
    if (step.turn !== null) told.push({ turn: step.turn, at })
  }
  return { told, states }
}

/** Looks at rising times; what happens newly happens between two looks. */
const looks = fc
  .array(
    fc.record({
      isBad: fc.boolean(),
      waitMinutes: fc.integer({ min: 1, max: 90 }),
      happens: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((steps) => {
    let at = START
    let newestAt: Date | null = null
    return steps.map(({ isBad, waitMinutes, happens }): Look => {
      at += waitMinutes * MINUTE_MS
      if (isBad && happens) newestAt = new Date(at)
      return { isBad, newestAt: isBad ? newestAt : null, at: new Date(at) }
    })
  })

describe('whatever is observed', () => {
  test('a cause is told of at most once an hour', () => {
    fc.assert(
      fc.property(looks, (all) => {
        const { told } = tell(all)
        for (const [place, { at }] of told.entries()) {
          const before = told[place - 1]
          if (before !== undefined)
            expect(at.getTime() - before.at.getTime()).toBeGreaterThanOrEqual(QUIET_MS)
        }
      }),
    )
  })

  test('a recovery comes only after a bad turn that was told', () => {
    fc.assert(
      fc.property(looks, (all) => {
        const { told } = tell(all)
        for (const [place, { turn }] of told.entries())
          if (turn === 'recovered') expect(told[place - 1]?.turn).toBe('bad')
      }),
    )
  })

  test('none is lost: after an hour without a message what is told is how it is', () => {
    fc.assert(
      fc.property(looks, (all) => {
        const { told, states } = tell(all)
        for (const [place, { at, isBad, newestAt }] of all.entries()) {
          const last = told.findLast((one) => one.at <= at)
          const isWithinHour = last !== undefined && at.getTime() - last.at.getTime() < QUIET_MS
          if (isWithinHour) continue
          expect(states[place]?.isTold).toBe(isBad)
          const toldUpTo = states[place]?.toldUpTo?.getTime() ?? 0
          if (isBad && newestAt !== null)
            expect(toldUpTo).toBeGreaterThanOrEqual(newestAt.getTime())
        }
      }),
    )
  })

  test('while nothing changes nothing is told again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (count) => {
        const newestAt = new Date(START)
        const same = Array.from({ length: count }, (_, hour) => ({
          isBad: true,
          newestAt,
          at: new Date(START + hour * QUIET_MS),
        }))
        expect(tell(same).told).toHaveLength(1)
      }),
    )
  })
})

function at(minutes: number, isBad: boolean, newest?: number): Look {
  const moment = (offset: number) => new Date(START + offset * MINUTE_MS)
  return { isBad, at: moment(minutes), newestAt: newest === undefined ? null : moment(newest) }
}

test.each([
  { when: 'it turns bad', looks: [at(0, true)], told: ['bad'] },
  {
    when: 'it is put right within the hour',
    looks: [at(0, true), at(20, false), at(59, false)],
    told: ['bad'],
  },
  {
    when: 'it is right when the hour is over',
    looks: [at(0, true), at(20, false), at(60, false)],
    told: ['bad', 'recovered'],
  },
  {
    when: 'it is right for a moment within the hour',
    looks: [at(0, true), at(20, false), at(40, true), at(70, true)],
    told: ['bad'],
  },
  {
    when: 'it happens again while it is bad, and the hour is over',
    looks: [at(0, true, 0), at(30, true, 25), at(60, true, 25)],
    told: ['bad', 'bad'],
  },
  { when: 'it was never bad', looks: [at(0, false), at(120, false)], told: [] },
])('when $when: $told', ({ looks: all, told }) => {
  expect(tell(all).told.map(({ turn }) => turn)).toEqual(told)
})
