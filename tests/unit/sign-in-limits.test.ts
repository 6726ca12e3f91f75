import { expect, test } from 'vitest'
import { admitSignIn, forgiveSignIn } from '#lib/sign-in-limits.ts'

test('an account is tried ten times, from wherever', async () => {
  const tries = Array.from({ length: 12 }, (_, index) =>
    admitSignIn({ email: 'ann@example.com', address: `192.0.2.${index}` }),
  )
  expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(10)
})

test('an address tries fifty times, at whichever accounts', async () => {
  const tries = Array.from({ length: 60 }, (_, index) =>
    admitSignIn({ email: `user${index}@example.com`, address: '198.51.100.1' }),
  )
  expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(50)
})

test('signing in clears the account and uses up nothing of the address', async () => {
  for (let day = 0; day < 60; day += 1) {
    const attempt = { email: 'bob@example.com', address: '203.0.113.1' }
    expect(await admitSignIn(attempt)).toBe(true)
    await forgiveSignIn(attempt)
  }
})
