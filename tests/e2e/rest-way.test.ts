import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPage, type WatchedPage } from '#tests/support/browser.ts'
import { anOrder, anOrderItem } from '#tests/support/build-order.ts'
import { expectAccessible } from '#tests/support/expect-accessible.ts'
import {
  API_APP_ID,
  API_KEY,
  type ApiStandIn,
  startOntraportApi,
} from '#tests/support/ontraport-api/start-api.ts'
import { openFromLog } from '#tests/support/open-from-log.ts'
import { type Product, startProduct } from '#tests/support/product.ts'
import { signUp, webhookOf } from '#tests/support/sign-up.ts'

let api: ApiStandIn
let product: Product
let browser: Browser
let watched: WatchedPage
let page: Page

beforeAll(async () => {
  api = await startOntraportApi()
  product = await startProduct({ environment: { ONTRAPORT_API_URL: api.url } })
  browser = await openBrowser()
  watched = await openPage(browser)
  page = watched.page
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
  await api?.close()
})

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
