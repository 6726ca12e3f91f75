import { describe, expect, test } from 'vitest'
import { isTurnedAway } from '#lib/domain/webhook-refusal.ts'

const NOON = new Date('2026-11-25T12:00:00Z')
const minutesAgo = (minutes: number) => new Date(NOON.getTime() - minutes * 60_000)

const TURNED_AWAY = {
  refusedCount: 3,
  firstRefusedAt: minutesAgo(30),
  lastRefusedAt: minutesAgo(10),
}

describe('UltraCart is turned away', () => {
  test.each([
    ['when several calls over some minutes were wrong', {}, null, true],
    ['when it was heard before that', {}, minutesAgo(60), true],
    ['no more, once a call was right', {}, minutesAgo(5), false],
    ['not by two calls', { refusedCount: 2 }, null, false],
    ['not by a handful in one minute', { firstRefusedAt: minutesAgo(11) }, null, false],
    [
      'no more after a day',
      { firstRefusedAt: minutesAgo(1_500), lastRefusedAt: minutesAgo(1_440) },
      null,
      false,
    ],
  ])('%s', (_, given, lastEventAt, expected) => {
    expect(isTurnedAway({ ...TURNED_AWAY, ...given }, { lastEventAt, now: NOON })).toBe(expected)
  })
})
