import { expect, test, vi } from 'vitest'

test.each([
  ['https://relay.example.com', true],
  ['http://127.0.0.1:3000', false],
])('reached at %s, the session cookies are secure: %s', async (address, isSecure) => {
  expect((await optionsAt(address)).useSecureCookies).toBe(isSecure)
})

test('a session carries the user and the version alone', async () => {
  const { callbacks } = await optionsAt('http://127.0.0.1:3000')
  const user = { id: 'u1', email: 'ann@example.com', name: 'Ann', sessionVersion: 3 }
  const token = await callbacks?.jwt?.({
    token: { userId: '', sessionVersion: 0 },
    user,
    account: null,
  })
  expect(token).toEqual({ userId: 'u1', sessionVersion: 3 })
})

/** The environment is read once, on import. */
async function optionsAt(address: string) {
  vi.resetModules()
  vi.stubEnv('APP_URL', address)
  const { authOptions } = await import('#lib/auth.ts')
  vi.unstubAllEnvs()
  return authOptions()
}
