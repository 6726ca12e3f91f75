import { afterEach, expect, test, vi } from 'vitest'
import { madeAt, newId } from '#lib/ids.ts'

afterEach(() => vi.useRealTimers())

test('ids are of version 7, all different, and each is greater than the one before', () => {
  const ids = Array.from({ length: 10_000 }, newId)
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.toSorted()).toEqual(ids)
})

test('they grow on while the clock goes back', () => {
  vi.useFakeTimers({ now: new Date('2026-12-01T12:00:00.500Z') })
  const before = newId()
  vi.setSystemTime(new Date('2026-12-01T12:00:00.100Z'))
  expect(newId() > before).toBe(true)
})

test('an id tells when it was made', () => {
  const now = new Date('2040-02-29T23:59:59.999Z')
  vi.useFakeTimers({ now })
  expect(madeAt(newId())).toEqual(now)
})
