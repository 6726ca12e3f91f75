import { beforeAll, describe, expect, test } from 'vitest'
import { type FuzzFigures, fuzzDoors } from '#tests/fuzz/fuzz-doors.ts'
import { chooseSeed } from '#tests/support/random.ts'

const SEED = chooseSeed()
const DURATION_MS = 20_000
/** Caches and compiled code grow for a while; a leak of these requests would be gigabytes. */
const MOST_GROWTH_MB = 250

describe(`nonsense at every door (SEED=${SEED})`, () => {
  let figures: FuzzFigures

  beforeAll(async () => {
    figures = await fuzzDoors({ seed: SEED, durationMs: DURATION_MS })
  })

  test('gets an answer within what is promised, every time', () => {
    expect(figures.faults.slice(0, 5)).toEqual([])
    expect(figures.requestCount).toBeGreaterThan(100)
  })

  test('is never a fault of ours in the log', () => {
    expect(figures.logged.slice(0, 5)).toEqual([])
  })

  test('leaves the product ready and its memory as it was', () => {
    expect(figures.isReady).toBe(true)
    expect(figures.heapMb.late - figures.heapMb.early).toBeLessThan(MOST_GROWTH_MB)
  })
})
