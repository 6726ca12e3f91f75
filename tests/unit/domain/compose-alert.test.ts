import { describe, expect, test } from 'vitest'
import {
  ALERT_CAUSES,
  type AlertFacts,
  type AlertKind,
  type AlertNews,
  isWanted,
} from '#lib/domain/alert.ts'
import { composeAlert } from '#lib/domain/compose-alert.ts'

const FACTS: AlertFacts = {
  since: '2026-11-25T15:04:00.000Z',
  count: 3,
  references: ['DEMO-1', 'DEMO-2'],
  detail: null,
}

const NEWS = ALERT_CAUSES.flatMap((topic): AlertNews[] => [
  { topic, turn: 'bad', facts: FACTS },
  { topic, turn: 'recovered', facts: FACTS },
])

test.each(NEWS)('$topic, $turn: says what happened in one line and leads somewhere', (news) => {
  const { headline, paragraphs, next, path } = composeAlert(news, 'America/New_York')
  expect(headline).toMatch(/^[^\n]{10,100}$/)
  expect(paragraphs.length).toBeGreaterThan(0)
  expect(path).toMatch(/^\//)
  expect(next === null).toBe(news.turn === 'recovered')
})

test('times are of the merchant’s zone, and the newest messages are named', () => {
  const { headline, paragraphs } = composeAlert(
    { topic: 'failed', turn: 'bad', facts: FACTS },
    'America/New_York',
  )
  expect(headline).toBe('3 messages to ONTRAPORT failed for good')
  expect(paragraphs).toContain('So it is since 25 Nov 2026, 10:04 (America/New_York).')
  expect(paragraphs).toContain('The newest of them: DEMO-1, DEMO-2.')
})

test('a digest counts its day and says what needs somebody', () => {
  const facts = {
    day: '2026-11-24',
    counts: [
      { status: 'sent', count: 40 },
      { status: 'failed', count: 2 },
      { status: 'held', count: 3 },
      { status: 'queued', count: 1 },
      { status: 'skipped', count: 5 },
    ],
    causes: [{ cause: 'failed', facts: FACTS }],
  } as const
  const { headline, paragraphs, next } = composeAlert(
    {
      topic: 'digest',
      turn: 'digest',
      facts: { ...facts, counts: [...facts.counts], causes: [...facts.causes] },
    },
    'UTC',
  )
  expect(headline).toBe('Tuesday 24 November: 40 sent, 2 failed, 4 waiting')
  expect(paragraphs.join(' ')).toContain('5 were left out')
  expect(paragraphs.join(' ')).toContain('3 messages to ONTRAPORT failed for good')
  expect(next).not.toBeNull()
})

describe('a channel is told what it chose', () => {
  test.each<{ tells: AlertKind[]; hears: string[] }>([
    { tells: ['bad'], hears: ['failed bad'] },
    { tells: ['bad', 'recovery'], hears: ['failed bad', 'failed recovered'] },
    { tells: ['silence'], hears: ['store-silent bad'] },
    { tells: ['silence', 'recovery'], hears: ['store-silent bad', 'store-silent recovered'] },
    { tells: ['digest'], hears: [] },
  ])('$tells: $hears', ({ tells, hears }) => {
    const heard = NEWS.filter(
      (news) => (news.topic === 'failed' || news.topic === 'store-silent') && isWanted(tells, news),
    )
    expect(heard.map(({ topic, turn }) => `${topic} ${turn}`)).toEqual(hears)
  })
})
