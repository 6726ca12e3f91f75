import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Access } from '#lib/domain/access.ts'
import { LOG_FORMATS } from '#lib/domain/log-format.ts'
import { anOrder } from '#tests/support/build-order.ts'
import { dumpDatabase } from '#tests/support/dump-database.ts'
import { readZip } from '#tests/support/read-zip.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'

let world: RelayWorld

beforeAll(async () => {
  world = await startRelayWorld()
})

afterAll(() => world.close())

test('after a whole run no table, export or support packet shows the key or a password, even where ONTRAPORT echoed the key', async () => {
  const { ontraport, key, authorization, access } = world
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
  const files = await takeAway(access)
  expect(files).toContain('Success for ••••')
  const password = Buffer.from(authorization.slice('Basic '.length), 'base64').toString()
  for (const secret of [key, encodeURIComponent(key), password.slice(password.indexOf(':') + 1)])
    expect(dump + files).not.toContain(secret)
})

/** Everything that a member can download of the log, as one text. */
async function takeAway(access: Access): Promise<string> {
  const { exportLog } = await import('#lib/services/export-log.ts')
  const { zipSupportPacket } = await import('#lib/services/make-support-packet.ts')
  const exported = await Promise.all(
    LOG_FORMATS.map(async (format) =>
      new Response((await exportLog(access, {}, format)).body).text(),
    ),
  )
  const notes = { formUrl: '', formName: '', note: '', areEmailsMasked: false }
  const archive = await zipSupportPacket(access, { kind: 'filter', filter: {} }, notes)
  return [...exported, ...Object.values(readZip(archive))].join('\n')
}
