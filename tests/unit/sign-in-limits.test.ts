import { expect, test } from 'vitest'
import { admitSignIn, forgiveSignIn, type SignInTry } from '#lib/sign-in-limits.ts'

/** How many of these tries, all at the same time, were let through. */
async function countAdmitted(tries: SignInTry[]): Promise<number> {
  return (await Promise.all(tries.map(admitSignIn))).filter(Boolean).length
}

function triesOf(count: number, toTry: (index: number) => Partial<SignInTry>): SignInTry[] {
  return Array.from({ length: count }, (_, index) => ({
    email: 'ann@example.com',
    address: '192.0.2.1',
    deviceId: null,
    ...toTry(index),
  }))
}

test('an account is tried ten times from one address, even at the same moment', async () => {
  expect(await countAdmitted(triesOf(30, () => ({ address: '192.0.2.1' })))).toBe(10)
})

test('an account is tried a hundred times from everywhere', async () => {
  const email = 'many@example.com'
  const tries = triesOf(300, (index) => ({ email, address: `203.0.113.${index % 250}` }))
  expect(await countAdmitted(tries)).toBe(100)
})

test('an address tries fifty times, at whichever accounts', async () => {
  const tries = triesOf(80, (index) => ({
    email: `user${index}@example.com`,
    address: '198.51.100.1',
  }))
  expect(await countAdmitted(tries)).toBe(50)
})

test('the addresses of one IPv6 network are one, and an IPv4 address in IPv6 clothes is itself', async () => {
  const email = 'six@example.com'
  const sixes = triesOf(30, (index) => ({ email, address: `2001:db8:0:1::${index.toString(16)}` }))
  expect(await countAdmitted(sixes)).toBe(10)
  const fours = triesOf(20, (index) => ({
    email,
    address: index % 2 === 0 ? '192.0.2.200' : '::ffff:192.0.2.200',
  }))
  expect(await countAdmitted(fours)).toBe(10)
})

test('a flood from elsewhere does not keep a known browser of the account out', async () => {
  const email = 'owner@example.com'
  const flood = triesOf(500, (index) => ({ email, address: `2001:db8:${index.toString(16)}::1` }))
  expect(await countAdmitted(flood)).toBe(100)
  const known = { email, address: '192.0.2.77', deviceId: 'a known browser' }
  expect(await admitSignIn({ ...known, deviceId: null })).toBe(false)
  expect(await admitSignIn(known)).toBe(true)
})

test('a known browser is no way to guess on', async () => {
  const tries = triesOf(30, () => ({ email: 'bea@example.com', deviceId: 'stolen' }))
  expect(await countAdmitted(tries)).toBe(10)
})

test('a flood from one address does not use up the tries of others', async () => {
  const email = 'carl@example.com'
  await countAdmitted(triesOf(1_000, () => ({ email, address: '198.51.100.9' })))
  expect(await countAdmitted(triesOf(5, () => ({ email, address: '198.51.100.10' })))).toBe(5)
})

test('signing in clears the account and uses up nothing of the address', async () => {
  for (let day = 0; day < 60; day += 1) {
    const [attempt] = triesOf(1, () => ({ email: 'bob@example.com', address: '203.0.113.1' }))
    if (attempt === undefined) throw new Error('There is no try.')
    expect(await admitSignIn(attempt)).toBe(true)
    await forgiveSignIn(attempt)
  }
})
