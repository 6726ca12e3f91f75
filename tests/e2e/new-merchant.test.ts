import { expect, test } from 'vitest'
import { anOrder, anOrderItem } from '#tests/support/build-order.ts'
import { copiedText } from '#tests/support/copied-text.ts'
import { startOntraport } from '#tests/support/ontraport-stand-in.ts'
import { openFromLog } from '#tests/support/open-from-log.ts'
import { openProduct, untilEnd } from '#tests/support/open-product.ts'
import { signUp } from '#tests/support/sign-up.ts'

const ontraport = await untilEnd(startOntraport())
const { product, page, watched } = await openProduct({ ONTRAPORT_URL: ontraport.url })

const order = anOrder({
  merchant_id: 'SHOP1',
  items: [{ ...anOrderItem(), merchant_item_id: 'TEA-1', description: 'Sencha 100 g' }],
})

test('a new merchant goes from the set-up link to an order in ONTRAPORT, and sends it again', async () => {
  await signUp(page, product)
  await enterKey('stale-key-0001', 403)
  await enterKey('fresh-key-0002', 200)
  await deliverOrder()
  await readTheLog()
  await nameTheProduct()
  await resendAsMappedToday()
  watched.expectSilence()
})

async function enterKey(key: string, answer: number): Promise<void> {
  ontraport.respond({ kind: 'status', status: answer, body: '' })
  await page.getByLabel('UltraCart Integration Key').fill(key)
  await page.locator('#key').getByRole('button', { name: 'Test and save' }).click()
  await page
    .getByText(answer === 200 ? 'Key saved' : 'This key was not saved')
    .first()
    .waitFor()
}

/** With the credentials that the page hands out, as the merchant copies them into UltraCart. */
async function deliverOrder(): Promise<void> {
  const address = await copied('Webhook address')
  const user = await copied('User name')
  const password = await copied('Password')
  ontraport.received.length = 0
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ events: [{ order_create: order }] }),
  })
  expect([response.status, await response.json()]).toEqual([
    200,
    { accepted: 1, unchanged: 0, ignored: 0 },
  ])
  const [message] = await ontraport.waitFor(1)
  expect(message?.body).toContain('<item_id>TEA-1</item_id>')
}

function copied(label: string): Promise<string> {
  return copiedText(page.getByRole('button', { name: `Copy ${label}`, exact: false }))
}

async function readTheLog(): Promise<void> {
  await page.getByRole('link', { name: 'Log', exact: true }).click()
  await page.waitForURL(/\/log/)
  await page.getByLabel('Search the log').fill(String(order.order_id))
  await page.waitForURL(/q=/)
  await openFromLog(page, new RegExp(String(order.order_id)))
  await page.getByRole('heading', { level: 1 }).getByText('accepted').waitFor()
  await page.getByText('item id', { exact: false }).first().waitFor()
}

async function nameTheProduct(): Promise<void> {
  await page.getByRole('link', { name: 'Products', exact: true }).click()
  await page.getByRole('button', { name: /Change the name of TEA-1/ }).click()
  await page
    .getByRole('combobox', { name: 'Product name in ONTRAPORT for TEA-1' })
    .fill('Green Tea (100 g)')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /now Green Tea/ }).waitFor()
}

async function resendAsMappedToday(): Promise<void> {
  await page.getByRole('link', { name: 'Log', exact: true }).click()
  await page.waitForURL(/\/log/)
  await openFromLog(page, new RegExp(String(order.order_id)))
  await page
    .getByRole('button', { name: /again|resend/i })
    .first()
    .click()
  await page.getByLabel('With today’s product names').check()
  await page.getByLabel('I have read this').check()
  await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click()
  const [, again] = await ontraport.waitFor(2)
  expect(again?.body).toContain('<item_id>Green Tea (100 g)</item_id>')
  await page
    .getByText(/^Attempt 2, /)
    .first()
    .waitFor()
}
