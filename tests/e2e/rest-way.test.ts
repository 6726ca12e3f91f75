import { expect, test } from 'vitest'
import { anOrder, anOrderItem } from '#tests/support/build-order.ts'
import { expectAccessible } from '#tests/support/expect-accessible.ts'
import { API_APP_ID, API_KEY, startOntraportApi } from '#tests/support/ontraport-api/start-api.ts'
import { openFromLog } from '#tests/support/open-from-log.ts'
import { openProduct, untilEnd } from '#tests/support/open-product.ts'
import { signUp, webhookOf } from '#tests/support/sign-up.ts'

const api = await untilEnd(startOntraportApi())
const { product, page, watched } = await openProduct({ ONTRAPORT_API_URL: api.url })

test('a merchant connects by App ID and key, maps a product from the account’s list, and sees a sale with its three calls in the log', async () => {
  for (let number = 1; number <= 60; number += 1) api.account.addProduct(`Tea number ${number}`)
  api.account.addProduct('Sencha, 100 g')
  await signUp(page, product)
  await enterApp()
  await checkProducts()
  await mapProduct()
  await chooseApi()
  const order = await deliverSale()
  await readItsCalls(order)
  watched.expectSilence()
})

async function enterApp(): Promise<void> {
  await page.getByRole('button', { name: 'Enter App ID and key…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('App ID', { exact: true }).fill(API_APP_ID)
  await dialog.getByLabel('API key', { exact: true }).fill('a-wrong-key-0001')
  await dialog.getByRole('button', { name: 'Test and save' }).click()
  await page.getByText('does not know this App ID and key').waitFor()
  await dialog.getByLabel('API key', { exact: true }).fill(API_KEY)
  await dialog.getByRole('button', { name: 'Test and save' }).click()
  await page.getByText('Nothing goes by it yet').waitFor()
}

/** Before the first sale, on the Integration page. */
async function checkProducts(): Promise<void> {
  await page.getByRole('button', { name: 'Fetch the list' }).click()
  await page.getByText('61 products, fetched').waitFor()
  await expectAccessible(page)
}

async function mapProduct(): Promise<void> {
  await page.getByRole('button', { name: 'Add a name' }).click()
  await page.getByLabel('Item id', { exact: true }).fill('TEA-1')
  await page.getByRole('combobox', { name: 'Product name in ONTRAPORT' }).fill('sencha')
  await page.getByRole('option', { name: 'Sencha, 100 g' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('TEA-1 is sent as “Sencha, 100 g” from now on.').waitFor()
  await page.getByText('1 name that messages may say: all there').waitFor()
}

async function chooseApi(): Promise<void> {
  await page.getByRole('button', { name: 'Use the API', exact: true }).click()
  await page.getByRole('heading', { name: 'ONTRAPORT API', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Test connection' }).click()
  await page.getByText('Account 118.').waitFor()
  await expectAccessible(page)
}

async function deliverSale(): Promise<string> {
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
