import { afterAll, beforeAll, expect, test } from 'vitest'
import { anOrder } from '#tests/support/build-order.ts'
import { dumpDatabase } from '#tests/support/dump-database.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'

let world: RelayWorld

beforeAll(async () => {
  world = await startRelayWorld()
})

afterAll(() => world.close())

test('after a whole run no table shows the key or a password, even where ONTRAPORT echoed the key', async () => {
  const { ontraport, key, authorization } = world
  ontraport.respond({
    kind: 'status',
    status: 200,
    headers: { 'x-account': key },
    body: `<result>Success for ${key}</result>`,
  })
  await world.deliver(['order_create', anOrder()])
  await world.drain()
  expect(ontraport.received[0]?.key).toBe(key)
  const dump = await dumpDatabase()
  expect(dump).toContain('Success for ••••')
  const password = Buffer.from(authorization.slice('Basic '.length), 'base64').toString()
  for (const secret of [key, encodeURIComponent(key), password.slice(password.indexOf(':') + 1)])
    expect(dump).not.toContain(secret)
})
