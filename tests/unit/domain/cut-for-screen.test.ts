import { expect, test } from 'vitest'
import { cutForScreen, SHOWN_CHARACTERS } from '#lib/domain/cut-for-screen.ts'
import { aDetail, anAttempt } from '#tests/support/build-detail.ts'

test('six megabytes of request and snapshot become light, and say how long the whole is', () => {
  const request = 'x'.repeat(6_000_000)
  const attempts = [anAttempt({ request }), anAttempt({ number: 2, request })]
  const cut = cutForScreen(
    aDetail({ request, requestLength: request.length, attempts, snapshot: { request } }),
  )
  expect(JSON.stringify(cut).length).toBeLessThan(4 * SHOWN_CHARACTERS)
  expect(cut.requestLength).toBe(6_000_000)
  expect(cut.snapshot).toBeNull()
})

test('what is short stays as it is', () => {
  const detail = aDetail({ attempts: [anAttempt()] })
  expect(cutForScreen(detail)).toEqual(detail)
})
