import { expect, test } from 'vitest'
import { dummyHash, hashPassword, verifyPassword } from '#lib/passwords.ts'

test('the right password verifies, another one does not', async () => {
  const stored = await hashPassword('a long password')
  expect(await verifyPassword(stored, 'a long password')).toBe(true)
  expect(await verifyPassword(stored, 'a long passworD')).toBe(false)
})

test('the hash is Argon2id with the cost that OWASP recommends', async () => {
  expect(await hashPassword('a long password')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('an unknown email costs the same work as a wrong password: a hash of the same cost is compared', async () => {
  const costOf = (hash: string) => hash.split('$').slice(0, 4).join('$')
  expect(costOf(await dummyHash())).toBe(costOf(await hashPassword('a long password')))
})

test('without a stored hash no password is right', async () => {
  expect(await verifyPassword(null, 'the password of nobody')).toBe(false)
})
