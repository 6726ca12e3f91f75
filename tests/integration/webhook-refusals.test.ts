import { expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { countWebhookRefusal } from '#lib/db/webhook-refusals.ts'
import { newId } from '#lib/ids.ts'
import { getConnection } from '#lib/services/get-connection.ts'
import { receiveWebhook } from '#lib/services/receive-webhook.ts'
import { accessOf, buildConnectedMerchant } from '#tests/support/build-merchant.ts'

const MINUTE_MS = 60_000

/** A call of the webhook, and how it was answered: `taken`, or the code of the refusal. */
async function call(merchantId: string, password: string): Promise<string> {
  const authorization = `Basic ${Buffer.from(`ultracart:${password}`).toString('base64')}`
  const body = new TextEncoder().encode('{"events":[]}')
  return receiveWebhook({ merchantId, authorization, contentType: 'application/json', body }).then(
    () => 'taken',
    (error: { code: string }) => error.code,
  )
}

function findCounted(merchantId: string) {
  return prisma().webhookRefusal.findUnique({ where: { merchantId } })
}

/** Calls with a wrong password, so many minutes ago. */
async function refuse(merchantId: string, minutesAgo: readonly number[]): Promise<void> {
  for (const minutes of minutesAgo)
    await countWebhookRefusal(prisma(), merchantId, new Date(Date.now() - minutes * MINUTE_MS))
}

async function shown(merchantId: string): Promise<number | null> {
  return (await getConnection(accessOf(merchantId))).refusedWebhook?.count ?? null
}

test('a call with a wrong password is refused and counted for the merchant that there is', async () => {
  const merchantId = await buildConnectedMerchant()
  expect(await call(merchantId, 'wrong')).toBe('unauthorized')
  await expect.poll(() => findCounted(merchantId)).toMatchObject({ refusedCount: 1 })
  expect(await call(`${merchantId}X`, 'wrong')).toBe('unauthorized')
  expect(await findCounted(`${merchantId}X`)).toBeNull()
})

test('calls that go on being refused show, a few at once by anybody do not', async () => {
  const merchantId = await buildConnectedMerchant()
  await refuse(merchantId, [0.2, 0.1, 0])
  expect(await shown(merchantId)).toBeNull()
  const other = await buildConnectedMerchant()
  await refuse(other, [30, 20, 10])
  expect(await shown(other)).toBe(3)
})

test('with the first call that is right the count begins anew', async () => {
  const merchantId = await buildConnectedMerchant()
  await refuse(merchantId, [30, 20, 10])
  await prisma().delivery.create({
    data: {
      id: newId(),
      merchantId,
      receivedAt: new Date(),
      bodyBytes: 1,
      body: new Uint8Array(1),
    },
  })
  expect(await shown(merchantId)).toBeNull()
  await countWebhookRefusal(prisma(), merchantId, new Date(Date.now() + MINUTE_MS))
  expect(await findCounted(merchantId)).toMatchObject({ refusedCount: 1 })
})

test('what was refused more than a day ago is over', async () => {
  const merchantId = await buildConnectedMerchant()
  await refuse(merchantId, [1_500, 1_480, 1_460])
  expect(await shown(merchantId)).toBeNull()
})
