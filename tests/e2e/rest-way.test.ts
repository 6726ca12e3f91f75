import { expect, test } from 'vitest'
import { anOrder, anOrderItem } from '#tests/support/build-order.ts'
import { expectAccessible } from '#tests/support/expect-accessible.ts'
import { API_APP_ID, API_KEY, startOntraportApi } from '#tests/support/ontraport-api/start-api.ts'
import { openFromLog } from '#tests/support/open-from-log.ts'
import { openProduct, untilEnd } from '#tests/support/open-product.ts'
import { signUp, webhookOf } from '#tests/support/sign-up.ts'

const api = await untilEnd(startOntraportApi())
const { product, page, watched } = await openProduct({ ONTRAPORT_API_URL: api.url })

test('a merchant connects by App ID and key, and sees a sale with its three calls in the log', async () => {
  await signUp(page, product)
  await enterApp('a-wrong-key-0001')
  await page.getByText('does not know this App ID and key').waitFor()
  await page.getByLabel('API key', { exact: true }).fill(API_KEY)
  await page.getByRole('button', { name: 'Test and use' }).click()
  await page.getByRole('heading', { name: 'ONTRAPORT API', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Test connection' }).click()
  await page.getByText('Account 118.').waitFor()
  await expectAccessible(page)
  const order = await deliverSale()
  await readItsCalls(order)
  watched.expectSilence()
})

async function enterApp(key: string): Promise<void> {
  await page.getByRole('button', { name: 'Use the API…' }).click()
  await page.getByLabel('App ID', { exact: true }).fill(API_APP_ID)
  await page.getByLabel('API key', { exact: true }).fill(key)
  await page.getByRole('button', { name: 'Test and use' }).click()
}

async function deliverSale(): Promise<string> {
  api.account.addProduct('TEA-1')
  const order = anOrder({
    merchant_id: 'SHOP1',
    items: [{ ...anOrderItem(), merchant_item_id: 'TEA-1', description: 'Sencha 100 g' }],
  })
  const deliver = await webhookOf(page)
  await deliver([{ order_create: order }])
  return String(order.order_id)
}

async function readItsCalls(orderId: string): Promise<void> {
  await page.getByRole('link', { name: 'Log', exact: true }).click()
  await openFromLog(page, new RegExp(orderId))
  await page.getByRole('heading', { level: 1 }).getByText('accepted').waitFor()
  await page.getByText('The 3 calls').click()
  await page.getByText('POST /transaction/processManual · code 200').waitFor()
  await page.getByText('"chargeNow": "chargeLog"').first().waitFor()
  expect(await page.content()).not.toContain(API_KEY)
  await expectAccessible(page)
}
