import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { findConnection, pauseConnection } from '#lib/db/connections.ts'
import type { ConnectionTest } from '#lib/domain/connection.ts'
import { DEFAULT_RELAY_RULES } from '#lib/domain/relay-rules.ts'
import { env } from '#lib/env.ts'
import { newId } from '#lib/ids.ts'
import { closeReceiverAgent } from '#lib/ontraport/receiver-agent.ts'
import { closeSender } from '#lib/queue/boss.ts'
import { getConnection } from '#lib/services/get-connection.ts'
import { rotateWebhookPassword } from '#lib/services/rotate-webhook-password.ts'
import { saveApiKey } from '#lib/services/save-api-key.ts'
import { setConnectionMethod } from '#lib/services/set-connection-method.ts'
import { setRelayRules } from '#lib/services/set-relay-rules.ts'
import { testConnection } from '#lib/services/test-connection.ts'
import { accessOf, buildConnectedMerchant, buildMerchant } from '#tests/support/build-merchant.ts'
import { buildTransmission, buildTransmissions } from '#tests/support/build-transmission.ts'
import { accept, status } from '#tests/support/ontraport-behaviour.ts'
import { startOntraport } from '#tests/support/ontraport-stand-in.ts'

const ontraport = await startOntraport()
Object.assign(env, { ONTRAPORT_URL: ontraport.url })

const KEY = 'made-up-key-4f2a'

beforeEach(() => {
  ontraport.respond(accept)
  ontraport.received.length = 0
})

afterAll(async () => {
  await closeSender()
  await closeReceiverAgent()
  await ontraport.close()
})

describe('the connection as the screen shows it', () => {
  test('a new merchant’s has an address to call and nothing waiting', async () => {
    const merchantId = await buildConnectedMerchant()
    const view = await getConnection(accessOf(merchantId))
    expect(view).toMatchObject({
      merchantId,
      merchantName: `Store ${merchantId}`,
      method: 'api',
      apiKeyHint: null,
      webhookUser: 'ultracart',
      webhookPassword: 'a webhook password',
      pausedAt: null,
      waitingCount: 0,
      lastEventAt: null,
      rules: DEFAULT_RELAY_RULES,
    })
    expect(view.webhookUrl).toMatch(new RegExp(`/api/webhooks/ultracart/${merchantId}$`))
  })

  test('of the key only its end is shown, and a viewer sees no webhook password', async () => {
    const merchantId = await buildConnectedMerchant({ apiKey: KEY })
    const view = await getConnection(accessOf(merchantId, 'viewer'))
    expect(view.apiKeyHint).toBe('••••4f2a')
    expect(view.webhookPassword).toBeNull()
    expect(JSON.stringify(view)).not.toContain(KEY)
  })

  test('what waits is what is queued or retrying, and the last event is the last that could be read', async () => {
    const merchantId = await buildConnectedMerchant()
    await buildTransmissions(
      { merchantId, status: 'queued' },
      { merchantId, status: 'retrying' },
      { merchantId, status: 'held' },
      { merchantId, status: 'sent' },
    )
    await buildDelivery(merchantId, { receivedAt: '2026-11-20T10:00:00.000Z', error: null })
    await buildDelivery(merchantId, { receivedAt: '2026-11-20T11:00:00.000Z', error: 'No JSON.' })
    expect(await getConnection(accessOf(merchantId))).toMatchObject({
      waitingCount: 2,
      lastEventAt: '2026-11-20T10:00:00.000Z',
    })
  })

  test('a merchant without a connection is not found', async () => {
    const view = getConnection(accessOf(await buildMerchant()))
    await expect(view).rejects.toMatchObject({ code: 'not-found' })
  })
})

async function buildDelivery(
  merchantId: string,
  { receivedAt, error }: { receivedAt: string; error: string | null },
): Promise<void> {
  const body = Buffer.from('x')
  await prisma().delivery.create({
    data: { id: newId(), merchantId, receivedAt, error, bodyBytes: body.length, body },
  })
}

describe('testing a key', () => {
  test('the test tells ONTRAPORT of no order, and changes nothing here', async () => {
    const merchantId = await buildConnectedMerchant()
    const result = await testConnection(accessOf(merchantId), { apiKey: ` ${KEY} ` })
    expect(result).toMatchObject({ isAccepted: true, responseCode: 200 })
    expect(ontraport.received).toMatchObject([{ path: '/receivers/ultracart.php', key: KEY }])
    expect(ontraport.received[0]?.body).not.toContain('<order')
    expect(await savedKey(merchantId)).toBeNull()
  })

  test('the saved key is tested when none is given', async () => {
    const merchantId = await buildConnectedMerchant({ apiKey: KEY })
    await testConnection(accessOf(merchantId), { apiKey: null })
    expect(ontraport.received.map((request) => request.key)).toEqual([KEY])
  })

  test('a saved key that passes ends the pause and releases what waited', async () => {
    const merchantId = await buildPausedMerchant()
    const id = await buildTransmission({ merchantId })
    await testConnection(accessOf(merchantId), { apiKey: null })
    expect(await isPaused(merchantId)).toBe(false)
    expect(await jobsFor([id])).toEqual([id])
  })

  test('a saved key that is turned away leaves the pause', async () => {
    const merchantId = await buildPausedMerchant()
    ontraport.respond(status(403))
    const result = await testConnection(accessOf(merchantId), { apiKey: null })
    expect(result).toMatchObject({ isAccepted: false, responseCode: 403 })
    expect(await isPaused(merchantId)).toBe(true)
  })

  test('without any key there is nothing to test', async () => {
    const result = testConnection(accessOf(await buildConnectedMerchant()), { apiKey: null })
    await expect(result).rejects.toMatchObject({ code: 'malformed' })
    expect(ontraport.received).toEqual([])
  })
})

describe('saving a key', () => {
  test('an accepted key is kept sealed, with an audit entry that does not tell it', async () => {
    const merchantId = await buildConnectedMerchant()
    const result = await saveApiKey(accessOf(merchantId), { apiKey: KEY })
    expect(result.isAccepted).toBe(true)
    expect(await savedKey(merchantId)).toBe(KEY)
    const row = await prisma().connection.findUnique({ where: { merchantId } })
    expect(JSON.stringify(row)).not.toContain(KEY)
    const entries = await prisma().auditEntry.findMany({ where: { merchantId } })
    expect(entries).toMatchObject([{ action: 'api-key.saved', details: { hint: '••••4f2a' } }])
    expect(JSON.stringify([entries, result])).not.toContain(KEY)
  })

  test('the key may come as the whole address of the receiver', async () => {
    const merchantId = await buildConnectedMerchant()
    const apiKey = `https://app.ontraport.com/receivers/ultracart.php?account_id=${KEY}`
    await saveApiKey(accessOf(merchantId), { apiKey })
    expect(await savedKey(merchantId)).toBe(KEY)
  })

  test('an accepted key ends the pause and releases the head of each stream', async () => {
    const merchantId = await buildPausedMerchant()
    const ids = await buildTransmissions(
      { merchantId, reference: 'A', position: 1 },
      { merchantId, reference: 'A', position: 2 },
      { merchantId, reference: 'B', position: 1 },
      { merchantId, reference: 'C', position: 1, status: 'held' },
    )
    await saveApiKey(accessOf(merchantId), { apiKey: KEY })
    expect(await isPaused(merchantId)).toBe(false)
    expect(await jobsFor(ids)).toEqual([ids[0], ids[2]])
  })

  test.each([401, 403])('a key that is turned away with %i is not kept', async (code) => {
    const merchantId = await buildPausedMerchant()
    ontraport.respond(status(code))
    const result = await saveApiKey(accessOf(merchantId), { apiKey: 'another-key-0000' })
    expect(result).toMatchObject({ isAccepted: false, responseCode: code })
    expect(result.message).toContain('not saved')
    expect(await savedKey(merchantId)).toBe(KEY)
    expect(await isPaused(merchantId)).toBe(true)
  })

  test.each([302, 400, 404, 500, 503])(
    'an answer of %i does not turn the key away: it is kept, and a pause ends',
    async (code) => {
      const merchantId = await buildPausedMerchant()
      ontraport.respond(status(code))
      const result = await saveApiKey(accessOf(merchantId), { apiKey: 'another-key-0000' })
      expect(result).toMatchObject({ isAccepted: false, responseCode: code })
      expect(await savedKey(merchantId)).toBe('another-key-0000')
      expect(await isPaused(merchantId)).toBe(false)
    },
  )

  test('a new key stays paused while ONTRAPORT gives no answer', async () => {
    const merchantId = await buildPausedMerchant()
    ontraport.respond({ kind: 'cut', when: 'after-reading' })
    const result = await saveApiKey(accessOf(merchantId), { apiKey: 'another-key-0000' })
    expect(result.message).toContain('stays paused')
    expect(await isPaused(merchantId)).toBe(true)
  })

  test('a first key is kept when ONTRAPORT cannot be reached, and what waited for it goes out', async () => {
    const merchantId = await buildConnectedMerchant()
    const id = await buildTransmission({ merchantId })
    ontraport.respond({ kind: 'cut', when: 'after-reading' })
    const result = await saveApiKey(accessOf(merchantId), { apiKey: KEY })
    expect(result).toMatchObject({ isAccepted: false, responseCode: null })
    expect(await savedKey(merchantId)).toBe(KEY)
    expect(await jobsFor([id])).toEqual([id])
  })

  test.each(['', '   ', 'two words', 'tab\tinside', 'line\nbreak', 'nul\0', 'x'.repeat(201)])(
    '%j cannot be a key and is not tried',
    async (apiKey) => {
      const merchantId = await buildConnectedMerchant()
      const result = saveApiKey(accessOf(merchantId), { apiKey })
      await expect(result).rejects.toMatchObject({ code: 'malformed' })
      expect(ontraport.received).toEqual([])
    },
  )

  test('a key that the receiver echoes is not in the message', async () => {
    const merchantId = await buildConnectedMerchant()
    ontraport.respond(status(200, {}, `account ${KEY} is fine`))
    const { message } = await saveApiKey(accessOf(merchantId), { apiKey: KEY })
    expect(message).toContain('is fine')
    expect(message).not.toContain(KEY)
  })
})

async function buildPausedMerchant(): Promise<string> {
  const merchantId = await buildConnectedMerchant({ apiKey: KEY })
  await pauseConnection(prisma(), merchantId, 'The key was turned away.', new Date())
  return merchantId
}

async function savedKey(merchantId: string): Promise<string | null> {
  return (await findConnection(prisma(), merchantId))?.apiKey ?? null
}

async function isPaused(merchantId: string): Promise<boolean> {
  return (await findConnection(prisma(), merchantId))?.pausedAt != null
}

/** Which of these have a job, oldest first. */
async function jobsFor(ids: string[]): Promise<string[]> {
  const jobs = await prisma().$queryRaw<{ id: string }[]>`
    SELECT data->>'id' AS id FROM pgboss.job WHERE data->>'id' = ANY(${ids}) ORDER BY 1`
  return jobs.map((job) => job.id)
}

describe('the other choices', () => {
  test('a new webhook password leaves the one before valid for 24 hours', async () => {
    const merchantId = await buildConnectedMerchant()
    const now = new Date('2026-11-20T10:00:00Z')
    const { webhookPassword } = await rotateWebhookPassword(accessOf(merchantId), now)
    const passwordsAt = async (at: string) =>
      (await findConnection(prisma(), merchantId, new Date(at)))?.webhookPasswords
    expect(await passwordsAt('2026-11-21T09:59:59Z')).toEqual([
      webhookPassword,
      'a webhook password',
    ])
    expect(await passwordsAt('2026-11-21T10:00:00Z')).toEqual([webhookPassword])
    expect(
      JSON.stringify(await prisma().auditEntry.findMany({ where: { merchantId } })),
    ).not.toContain(webhookPassword)
  })

  test('the method changes with an audit entry', async () => {
    const merchantId = await buildConnectedMerchant()
    await setConnectionMethod(accessOf(merchantId), 'pixel')
    expect(await getConnection(accessOf(merchantId))).toMatchObject({ method: 'pixel' })
    const entries = await prisma().auditEntry.findMany({ where: { merchantId } })
    expect(entries).toMatchObject([{ action: 'connection.changed', details: { method: 'pixel' } }])
  })

  test('rules change all together, or at a wrong one not at all', async () => {
    const merchantId = await buildConnectedMerchant()
    const access = accessOf(merchantId)
    const rules = await setRelayRules(access, [
      ['on-unknown', 'ask'],
      ['test-orders', 'send'],
    ])
    expect(rules).toEqual({ ...DEFAULT_RELAY_RULES, onUnknown: 'ask', testOrders: 'send' })
    const wrong = setRelayRules(access, [
      ['free-orders', 'skip'],
      ['on-unknown', 'maybe'],
    ])
    await expect(wrong).rejects.toMatchObject({ code: 'malformed' })
    expect((await getConnection(access)).rules).toEqual(rules)
  })
})

test.each<[string, (merchantId: string) => Promise<unknown>]>([
  ['test the key', (id) => testConnection(accessOf(id, 'viewer'), { apiKey: null })],
  [
    'save a key',
    (id): Promise<ConnectionTest> => saveApiKey(accessOf(id, 'viewer'), { apiKey: KEY }),
  ],
  ['change the webhook password', (id) => rotateWebhookPassword(accessOf(id, 'viewer'))],
  ['change the method', (id) => setConnectionMethod(accessOf(id, 'viewer'), 'pixel')],
  ['change the rules', (id) => setRelayRules(accessOf(id, 'viewer'), [['on-unknown', 'ask']])],
])('a viewer may not %s', async (_deed, act) => {
  const merchantId = await buildConnectedMerchant({ apiKey: KEY })
  await expect(act(merchantId)).rejects.toMatchObject({ code: 'forbidden' })
  expect(ontraport.received).toEqual([])
})
