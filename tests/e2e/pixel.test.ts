import { expect, test } from 'vitest'
import { anOrder, type JsonObject } from '#tests/support/build-order.ts'
import { copiedText } from '#tests/support/copied-text.ts'
import { openFromLog } from '#tests/support/open-from-log.ts'
import { openProduct, untilEnd } from '#tests/support/open-product.ts'
import { startReceiptPages } from '#tests/support/receipt-page.ts'
import { signUp } from '#tests/support/sign-up.ts'

const BUYER = 'zoe+tea@example.com'

const { product, browser, page, watched } = await openProduct()
const receipts = await untilEnd(startReceiptPages(() => ({ subtotal: '29.00', email: BUYER })))

test('a merchant goes over to the pixel method, sets two themes, and a buyer’s receipt reports once', async () => {
  await signUp(page, product)
  await choosePixelMethod()
  await addTheme('SHOP', '<img src="https://shop.ontraport.com/p?order_id=1&E-Mail=x">')
  await refuseAnAddress()
  await addTheme('default', 'acme.ontraport.com')
  receipts.paste('SHOP', await snippetOf('SHOP'))
  receipts.paste('OTHER', await snippetOf('default'))

  const order = await deliverOrder()
  const [first] = await openReceipt('SHOP', order)
  expect(first?.origin).toBe('https://shop.ontraport.com')
  expect(first?.searchParams.get('order_id')).toBe(order.order_id)
  expect(first?.searchParams.get('E-Mail')).toBe(BUYER)
  expect(first?.searchParams.get('Last_Name')).toBe('Núñez')
  expect(first?.searchParams.get('item_price_1')).toBe('29.00')
  expect(await openReceipt('SHOP', order)).toEqual([])
  expect((await openReceipt('OTHER', order))[0]?.origin).toBe('https://acme.ontraport.com')

  await readTheLog(order)
  watched.expectSilence()
})

test('the buyer’s receipt stays whole when the pixel has nothing to say', async () => {
  const unknown = anOrder({ merchant_id: 'NOBODY' })
  receipts.paste('LOST', `<img src="${product.url}/api/pixel/NOBODY?order=[order]" alt="">`)
  expect(await openReceipt('LOST', unknown)).toEqual([])
})

async function choosePixelMethod(): Promise<void> {
  await page.getByText('The two vendors do not advise the same').waitFor()
  const card = page.getByRole('article', { name: 'Partner Tracking Pixel method' })
  await card.getByRole('button', { name: 'Use this method…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Relay posts nothing to ONTRAPORT from now on').waitFor()
  await dialog.getByRole('button', { name: 'Change the method' }).click()
  await card.getByText('In use').waitFor()
  await page.getByText('No theme has an ONTRAPORT sub-domain yet').waitFor()
}

async function addTheme(theme: string, pasted: string): Promise<void> {
  await fillThemeForm(theme, pasted)
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.getByRole('list', { name: 'Themes' }).getByText(theme).first().waitFor()
}

async function refuseAnAddress(): Promise<void> {
  await fillThemeForm('default', '192.0.2.7')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('An IP address cannot be used').waitFor()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

async function fillThemeForm(theme: string, pasted: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a theme' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Theme code or StoreFront host').fill(theme)
  await dialog.getByLabel('ONTRAPORT sub-domain').fill(pasted)
  await dialog.getByRole('button', { name: 'Save' }).click()
}

async function snippetOf(theme: string): Promise<string> {
  return copied(`Copy snippet for the receipt of ${theme}`)
}

function copied(label: string): Promise<string> {
  return copiedText(page.getByRole('button', { name: label }))
}

async function deliverOrder(): Promise<JsonObject> {
  const order = anOrder({ merchant_id: 'SHOP1', billing: { email: BUYER } })
  const credentials = `${await copied('Copy user name')}:${await copied('Copy password')}`
  const response = await fetch(await copied('Copy webhook address'), {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ events: [{ order_create: order }] }),
  })
  expect(response.status).toBe(200)
  return order
}

/** The ONTRAPORT addresses that a buyer's browser asks for on the receipt. */
async function openReceipt(theme: string, order: JsonObject): Promise<URL[]> {
  const context = await browser.newContext()
  const receipt = await context.newPage()
  const asked: URL[] = []
  receipt.on('request', (request) => {
    const url = new URL(request.url())
    if (url.hostname.endsWith('.ontraport.com')) asked.push(url)
  })
  await receipt.goto(`${receipts.url}/receipt/${theme}/${order.order_id}`)
  await receipt.waitForLoadState('networkidle')
  await receipt.getByRole('heading', { name: 'Thank you' }).waitFor()
  await context.close()
  return asked
}

async function readTheLog(order: JsonObject): Promise<void> {
  await page.goto(`${product.url}/log?type=pixel`)
  await openFromLog(page, new RegExp(`Pixel of ${order.order_id}: theme SHOP`))
  await page.getByRole('heading', { level: 1 }).getByText('handed to the buyer’s browser').waitFor()
  await page.getByText('https://shop.ontraport.com/p?order_id=').first().waitFor()
}
