import type { Page } from 'playwright-core'
import { anOrder, anOrderItem } from './build-order.ts'
import type { OntraportStandIn } from './ontraport-stand-in.ts'
import type { Product } from './product.ts'

const MERCHANT = 'SHOP1'
export const STORE_KEY = 'fresh-key-0002'

/** Signs the first owner in, with a store that has a working key; the page stands on Integration. */
export async function setUpStore(page: Page, product: Product): Promise<void> {
  await page.goto(await product.setupLink())
  await page.getByLabel('Email').fill('amy@example.com')
  await page.getByLabel('Password', { exact: true }).fill('four words do well')
  await page.getByLabel('UltraCart merchant id').fill(MERCHANT)
  await page.getByLabel('Store name').fill('Tea House')
  await page.getByLabel('A date I choose').check()
  await page.locator('input[type="datetime-local"]').fill('2020-01-01T00:00')
  await page.getByRole('button', { name: 'Set up and sign in' }).click()
  await page.waitForURL(/\/integration$/)
  await page.getByLabel('UltraCart Integration Key').fill(STORE_KEY)
  await page.locator('#key').getByRole('button', { name: 'Test and save' }).click()
  await page.getByText('Key saved').first().waitFor()
}

/** Paid orders of two items each that ONTRAPORT refuses; it accepts again afterwards. Gives their ids. */
export async function failOrders(
  page: Page,
  ontraport: OntraportStandIn,
  count: number,
): Promise<string[]> {
  ontraport.respond({ kind: 'status', status: 422, body: '<error>No such product</error>' })
  ontraport.received.length = 0
  const orders = Array.from({ length: count }, () =>
    anOrder({
      merchant_id: MERCHANT,
      items: [
        { ...anOrderItem(), merchant_item_id: 'TEA-1', description: 'Sencha 100 g' },
        { ...anOrderItem(), merchant_item_id: 'TEA-2', description: 'Oolong 100 g' },
      ],
    }),
  )
  const { address, authorization } = await copyWebhook(page)
  const response = await fetch(address, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ events: orders.map((order) => ({ order_create: order })) }),
  })
  if (response.status !== 200) throw new Error(`The webhook was answered with ${response.status}.`)
  await ontraport.waitFor(count, 30_000)
  ontraport.respond({ kind: 'accept' })
  return orders.map((order) => String(order.order_id))
}

/** As the merchant copies them from the Integration page into UltraCart. */
async function copyWebhook(page: Page): Promise<{ address: string; authorization: string }> {
  const address = await copied(page, 'Webhook address')
  const user = await copied(page, 'User name')
  const password = await copied(page, 'Password')
  const credentials = Buffer.from(`${user}:${password}`).toString('base64')
  return { address, authorization: `Basic ${credentials}` }
}

async function copied(page: Page, label: string): Promise<string> {
  await page.getByRole('button', { name: `Copy ${label}`, exact: false }).click()
  return page.evaluate(() => navigator.clipboard.readText())
}
