import { expect, test } from 'vitest'
import { Bell } from '#lib/queue/work-transmissions/bell.ts'

const NEVER_MS = 60_000

test('a ring wakes the one who waits', async () => {
  const bell = new Bell()
  const waiting = bell.wait(NEVER_MS)
  bell.ring()
  await waiting
})

test('a ring that nobody waited for is kept, and many are one', async () => {
  const bell = new Bell()
  bell.ring()
  bell.ring()
  await bell.wait(NEVER_MS)
  const second = bell.wait(NEVER_MS)
  const isStill = await Promise.race([second.then(() => false), Promise.resolve(true)])
  expect(isStill).toBe(true)
  bell.ring()
  await second
})

test('without a ring the wait ends by itself', async () => {
  await new Bell().wait(1)
})
