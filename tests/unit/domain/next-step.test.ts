import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextStep, SCHEDULE_MS } from '#lib/domain/next-step.ts'
import type { Outcome } from '#lib/domain/transmission.ts'

const noon = new Date('2026-06-01T12:00:00Z')
const context = { scheduleStep: 0, isRetriedAfterUnknown: true, now: noon, random: 0.5 }
const down: Outcome = { kind: 'unreachable', reason: 'refused the connection', retryAfterMs: null }
const lost: Outcome = { kind: 'unknown', reason: 'no answer in 20 s' }

function waitMs(outcome: Outcome, overrides: Partial<typeof context> = {}): number {
  const step = nextStep(outcome, { ...context, ...overrides })
  if (step.kind !== 'retry') throw new Error(`expected a retry, got ${step.kind}`)
  return step.at.getTime() - noon.getTime()
}

describe('what follows an attempt', () => {
  test('accepted: sent', () => {
    expect(nextStep({ kind: 'accepted' }, context)).toEqual({ kind: 'sent' })
  })

  test('refused: failed, and paused when the key was turned away', () => {
    const refused = { kind: 'refused', reason: 'HTTP 400', isCredentialFault: false } as const
    expect(nextStep(refused, context)).toEqual({ kind: 'failed', reason: 'HTTP 400' })
    expect(nextStep({ ...refused, isCredentialFault: true }, context)).toMatchObject({
      kind: 'pause',
    })
  })

  test('unreachable: retried after 30 s, 2 m, 10 m, 1 h, 4 h, 12 h and 24 h, then failed', () => {
    expect(SCHEDULE_MS.map((_, scheduleStep) => waitMs(down, { scheduleStep }) / 1000)).toEqual([
      30, 120, 600, 3600, 14_400, 43_200, 86_400,
    ])
    expect(nextStep(down, { ...context, scheduleStep: 7 })).toMatchObject({ kind: 'failed' })
  })

  test('put off by a limit of calls: tried again when it is asked for, however often before', () => {
    const putOff: Outcome = { ...down, retryAfterMs: 8_000, isPutOff: true }
    expect(waitMs(putOff, { scheduleStep: 40, random: 0 })).toBe(8_000)
  })

  test('a lost answer is retried, or left to a person when the merchant wants to be asked', () => {
    expect(waitMs(lost)).toBe(30_000)
    expect(nextStep(lost, { ...context, isRetriedAfterUnknown: false })).toEqual({
      kind: 'unconfirmed',
      reason: 'no answer in 20 s',
    })
  })

  test('waits are spread by a fifth to either side, and never shorter than the receiver asked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (scheduleStep, random) => {
          const planned = SCHEDULE_MS[scheduleStep] ?? 0
          const waited = waitMs(down, { scheduleStep, random })
          expect(waited).toBeGreaterThanOrEqual(Math.floor(planned * 0.8))
          expect(waited).toBeLessThanOrEqual(Math.ceil(planned * 1.2))
          const asked = waitMs({ ...down, retryAfterMs: 90_000 }, { scheduleStep, random })
          expect(asked).toBeGreaterThanOrEqual(90_000)
        },
      ),
    )
  })
})
