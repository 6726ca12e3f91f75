import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  afterEvidence,
  type Circuit,
  COOLDOWNS_MS,
  cooldownMs,
  type Evidence,
  FAILURES_TO_OPEN,
  HEALTHY_CIRCUIT,
  isProbing,
  provesAlive,
  resetAllowedAt,
  silenceOf,
  withProbe,
} from '#lib/domain/circuit.ts'

const noon = new Date('2026-06-01T12:00:00Z')
const MIDDLE = 0.5

const inMs = (ms: number) => new Date(noon.getTime() + ms)
const silent = (overrides: Partial<Evidence> = {}): Evidence => ({
  transmissionId: 'a',
  isAlive: false,
  at: noon,
  retryAfterMs: null,
  ...overrides,
})
const alive = (overrides: Partial<Evidence> = {}) => silent({ isAlive: true, ...overrides })

const told = (circuit: Circuit, ...evidence: Evidence[]) =>
  evidence.reduce((current, one) => afterEvidence(current, one, MIDDLE), circuit)

const opened = told(HEALTHY_CIRCUIT, ...Array.from({ length: FAILURES_TO_OPEN }, () => silent()))

describe('a circuit', () => {
  test('opens at the fifth attempt in a row that nobody answered', () => {
    const four = told(HEALTHY_CIRCUIT, silent(), silent(), silent(), silent())
    expect(four.state).toBe('closed')
    expect(told(four, silent())).toMatchObject({ state: 'open', nextAt: inMs(30_000) })
  })

  test('stays closed while answers come in between', () => {
    const flapping = Array.from({ length: 40 }, (_, index) =>
      index % 5 === 4 ? alive() : silent(),
    )
    expect(told(HEALTHY_CIRCUIT, ...flapping).state).toBe('closed')
  })

  test('remembers since when nobody answered', () => {
    const failing = [0, 1, 2, 3, 4].map((minute) => silent({ at: inMs(minute * 60_000) }))
    expect(told(HEALTHY_CIRCUIT, ...failing).failingSince).toEqual(noon)
  })

  test('waits longer after each probe that fails, ten minutes at the most', () => {
    let circuit = opened
    const waits = Array.from({ length: 7 }, () => {
      circuit = told(withProbe(circuit, 'p', noon), silent({ transmissionId: 'p' }))
      return (circuit.nextAt?.getTime() ?? 0) - noon.getTime()
    })
    expect(waits).toEqual([60_000, 120_000, 300_000, 600_000, 600_000, 600_000, 600_000])
  })

  test('spreads its waits by a fifth to either side', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(6), (random, step) => {
        const before = withProbe({ ...opened, cooldownStep: step }, 'p', noon)
        const next = afterEvidence(before, silent({ transmissionId: 'p' }), random)
        const planned = cooldownMs({ cooldownStep: step + 1 })
        const waited = (next.nextAt?.getTime() ?? 0) - noon.getTime()
        expect(waited).toBeGreaterThanOrEqual(planned * 0.8)
        expect(waited).toBeLessThanOrEqual(planned * 1.2)
      }),
    )
  })

  test('never probes sooner than it was asked to', () => {
    const busy = silent({ transmissionId: 'p', retryAfterMs: 3_600_000 })
    expect(told(withProbe(opened, 'p', noon), busy).nextAt).toEqual(inMs(3_600_000))
  })

  test('learns nothing new from what was on its way when it opened', () => {
    const probing = withProbe(opened, 'p', noon)
    expect(told(probing, silent({ transmissionId: 'late' }))).toBe(probing)
  })

  test('closes on any answer, also to what was on its way, and lets what piled up drain', () => {
    for (const transmissionId of ['p', 'late'])
      expect(told(withProbe(opened, 'p', noon), alive({ transmissionId }))).toEqual({
        ...HEALTHY_CIRCUIT,
        state: 'draining',
        nextAt: noon,
      })
  })

  test('opens again while it drains', () => {
    const draining = told(opened, alive())
    const again = told(draining, ...Array.from({ length: FAILURES_TO_OPEN }, () => silent()))
    expect(again.state).toBe('open')
  })

  test('has one probe until that is answered or given up', () => {
    const probing = withProbe(opened, 'p', noon)
    expect(isProbing(probing, inMs(59_000))).toBe(true)
    expect(isProbing(probing, inMs(60_000))).toBe(false)
    expect(isProbing(opened, noon)).toBe(false)
  })

  test('is well after any history that ends with an answer and a drain', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 50 }), (answers) => {
        const end = told(HEALTHY_CIRCUIT, ...answers.map((isAlive) => silent({ isAlive })), alive())
        expect(end.state).not.toBe('open')
        expect(end.failureCount).toBe(0)
      }),
    )
  })
})

describe('a person’s wish for a try', () => {
  test('is granted while it is open, once a minute', () => {
    expect(resetAllowedAt(opened, noon)).toEqual(noon)
    expect(resetAllowedAt({ ...opened, resetAt: noon }, inMs(10_000))).toEqual(inMs(60_000))
    expect(resetAllowedAt({ ...opened, resetAt: noon }, inMs(90_000))).toEqual(inMs(90_000))
  })

  test('is not granted while a probe is under way, or when somebody answers', () => {
    expect(resetAllowedAt(withProbe(opened, 'p', noon), noon)).toBeNull()
    expect(resetAllowedAt(HEALTHY_CIRCUIT, noon)).toBeNull()
    expect(resetAllowedAt(told(opened, alive()), noon)).toBeNull()
  })
})

test.each([
  [200, true],
  [302, true],
  [400, true],
  [403, true],
  [408, false],
  [429, false],
  [500, false],
  [503, false],
  [null, false],
])('an answer of %s proves the receiver alive: %s', (code, isAlive) => {
  expect(provesAlive(code)).toBe(isAlive)
})

test('the screens hear of a silence only while it is open', () => {
  expect(silenceOf(HEALTHY_CIRCUIT, noon)).toBeNull()
  expect(silenceOf(told(opened, alive()), noon)).toBeNull()
  expect(silenceOf(opened, noon)).toEqual({
    since: noon.toISOString(),
    nextTryAt: inMs(COOLDOWNS_MS[0] ?? 0).toISOString(),
    tryEveryMs: 30_000,
    resetAllowedAt: noon.toISOString(),
  })
})
