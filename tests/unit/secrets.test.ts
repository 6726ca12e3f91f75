import { beforeEach, expect, test, vi } from 'vitest'

const OLD = 'the old secret of this test'
const NEW = 'the new secret of this test'
const PLACE = 'connection/DEMO/api-key'

/** A process that has read nothing yet. */
async function freshProcess(secrets: { current: string; previous?: string }) {
  vi.resetModules()
  process.env.APP_SECRET = secrets.current
  process.env.APP_SECRET_PREVIOUS = secrets.previous ?? ''
  return import('#lib/secrets.ts')
}

let sealedBefore = ''

beforeEach(async () => {
  sealedBefore = (await freshProcess({ current: OLD })).seal('key', PLACE)
})

test('what was sealed opens at its own place only, and only unchanged', async () => {
  const { seal, unseal } = await freshProcess({ current: OLD })
  const sealed = seal('ключ 🗝', PLACE)
  expect(unseal(sealed, PLACE)).toBe('ключ 🗝')
  expect(() => unseal(sealed, 'connection/OTHER/api-key')).toThrow()
  expect(() => unseal(sealed.replace(/.{4}$/, 'AAAA'), PLACE)).toThrow()
})

test('the previous secret opens what it sealed, another one does not', async () => {
  const both = await freshProcess({ current: NEW, previous: OLD })
  expect(both.unseal(sealedBefore, PLACE)).toBe('key')
  const without = await freshProcess({ current: NEW })
  expect(() => without.unseal(sealedBefore, PLACE)).toThrow(/another APP_SECRET/)
})

test('while processes are restarted one by one, what the new ones seal opens in the old ones', async () => {
  const restarted = await freshProcess({ current: NEW, previous: OLD })
  const sealed = restarted.seal('fresh key', PLACE)
  const old = await freshProcess({ current: OLD })
  expect(old.unseal(sealed, PLACE)).toBe('fresh key')
})

test('once something sealed with the new secret was read, the new one seals', async () => {
  const { reseal, unseal, seal, currentKeyId } = await freshProcess({
    current: NEW,
    previous: OLD,
  })
  expect(unseal(reseal(sealedBefore, PLACE), PLACE)).toBe('key')
  expect(seal('later key', PLACE).split('.')[1]).toBe(currentKeyId())
})
