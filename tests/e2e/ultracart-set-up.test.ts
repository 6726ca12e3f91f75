import { beforeAll, expect, test } from 'vitest'
import { freePort } from '#lib/db/free-port.ts'
import { anOrder, type JsonObject } from '#tests/support/build-order.ts'
import { startOntraport } from '#tests/support/ontraport-stand-in.ts'
import { openProduct, untilEnd } from '#tests/support/open-product.ts'
import { leadTo, PUBLIC_URL } from '#tests/support/public-address.ts'
import { enterKey, signUp } from '#tests/support/sign-up.ts'
import { startUltraCart } from '#tests/support/ultracart-stand-in.ts'

const WEBHOOK_PATH = '/api/webhooks/ultracart/SHOP1'

const ontraport = await untilEnd(startOntraport())
const ultracart = await untilEnd(startUltraCart())
const port = await freePort()
const { product, page, watched } = await openProduct({
  PORT: String(port),
  APP_URL: PUBLIC_URL,
  ONTRAPORT_URL: ontraport.url,
  ULTRACART_URL: ultracart.url,
})

beforeAll(() => leadTo(page, port))

test('the webhook is set up by API, its log stands beside ours, and past orders are fetched', {
  timeout: 240_000,
}, async () => {
  await signUp(page, product)
  await enterKeys()
  await makeWebhook()
  await callAsUltraCart()
  await readUltraCartLog()
  await fetchPastOrders()
  watched.expectSilence()
})

async function enterKeys(): Promise<void> {
  await enterKey(page, 'fresh-key-0002')
  ontraport.received.length = 0
  ultracart.forbid({ method: 'GET', path: '/rest/v2/order' })
  await page.getByLabel('Simple key of UltraCart').fill(ultracart.key)
  await page.locator('#ultracart-api').getByRole('button', { name: 'Test and save' }).click()
  await page.getByText('It lacks order_read, which fetching past orders needs').waitFor()
  ultracart.forbid(null)
}

async function makeWebhook(): Promise<void> {
  await page.getByRole('button', { name: 'See what would change' }).click()
  await page.getByText('This would be made at UltraCart').waitFor()
  expect(ultracart.webhooks.webhooks).toEqual([])
  await page.getByRole('button', { name: 'Make it' }).click()
  await page.getByText('The webhook was made').waitFor()
  await page.getByRole('button', { name: 'Look again' }).click()
  await page.getByText('UltraCart’s webhook is as it should be').waitFor()
}

const sale = orderOf(1)

function orderOf(number: number): JsonObject {
  return anOrder({ merchant_id: 'SHOP1', order_id: `SHOP1-${number}` })
}

/** With what it was given by API, once with a password that is not the right one. */
async function callAsUltraCart(): Promise<void> {
  const [webhook] = ultracart.webhooks.webhooks
  expect(webhook).toMatchObject({ webhook_url: `${PUBLIC_URL}${WEBHOOK_PATH}` })
  const { basic_username: user, basic_password: password, webhook_oid: oid } = webhook ?? {}
  const statuses = [await call(`${user}:not the password`), await call(`${user}:${password}`)]
  expect(statuses).toEqual([401, 200])
  const noted = { delivery_dts: new Date().toISOString(), duration: 41, queue_delay: 900 }
  ultracart.webhooks.logs.set(Number(oid), [
    { ...noted, request_id: 'R2', success: true, status_code: 200, response: '{"accepted":1}' },
    { ...noted, request_id: 'R1', success: false, status_code: 401, response: 'no such user' },
  ])
  await ontraport.waitFor(1)
}

async function call(credentials: string): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}${WEBHOOK_PATH}`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ events: [{ order_create: sale }] }),
  })
  return response.status
}

async function readUltraCartLog(): Promise<void> {
  const section = page.locator('#ultracart-log')
  await section.getByRole('button', { name: 'Load' }).click()
  await section.getByText('UltraCart gets through').waitFor()
  await section.getByText('HTTP 401').waitFor()
  await section.getByText('1 new, 0 unchanged, 0 ignored').waitFor()
  await section.getByText('Nothing was kept: it did not get in').waitFor()
  await section.getByRole('button', { name: 'Details' }).click()
  await section.getByText('HTTP 200, 41 ms').waitFor()
}

/** Two pages of them, the order that the webhook brought among them. */
async function fetchPastOrders(): Promise<void> {
  ultracart.setOrders(Array.from({ length: 120 }, (_, at) => orderOf(at + 1)))
  const section = page.locator('#backfill')
  await section.getByLabel('Orders placed from').fill('2020-01-02')
  await section.getByLabel('until the end of').fill(new Date().toISOString().slice(0, 10))
  await section.getByRole('button', { name: 'Fetch these orders' }).click()
  await section.getByText('100 of 120 orders fetched: 99 told, 1 unchanged').waitFor()
  await section
    .getByText('120 orders found: 119 told, 1 unchanged, 0 skipped, 0 with errors')
    .waitFor({ timeout: 60_000 })
  expect(await ontraport.waitFor(120)).toHaveLength(120)
}

test('the page of a transmission that does not exist is answered with 404', async () => {
  const unknown = await page.goto(`${PUBLIC_URL}/log/019ac000-0000-7000-8000-000000000000`)
  expect(unknown?.status()).toBe(404)
  await page.getByText('There is no such entry in this store.').waitFor()
  await page.goto(`${PUBLIC_URL}/log`)
  const known = await page
    .getByRole('link', { name: /SHOP1-/ })
    .first()
    .getAttribute('href')
  expect((await page.goto(`${PUBLIC_URL}${known}`))?.status()).toBe(200)
  await page.getByRole('heading', { level: 1 }).getByText('accepted').waitFor()
})
