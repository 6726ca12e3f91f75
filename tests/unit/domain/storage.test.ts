import { expect, test } from 'vitest'
import { judgeStorage } from '#lib/domain/storage.ts'

const GIB = 1024 ** 3

test.each([
  [0.4, 100, 'critical'],
  [1.9, 20, 'low'],
  [4, 100, 'low'],
  [6, 100, 'fine'],
  [9, 1_000, 'low'],
  // Much of a large disk may be in use; what is left still lasts long.
  [11, 1_000, 'fine'],
])('%d GiB free of %d GiB is %s', (free, total, level) => {
  expect(judgeStorage({ freeBytes: free * GIB, totalBytes: total * GIB })).toBe(level)
})
