import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import {
  anOrder,
  anOrderItem,
  anUnpaidOrder,
  type JsonObject,
  refundedOrder,
} from '#tests/support/build-order.ts'
import { expectAccessible } from '#tests/support/expect-accessible.ts'
import { startOntraport } from '#tests/support/ontraport-stand-in.ts'
import { openProduct, untilEnd } from '#tests/support/open-product.ts'
import { enterKey, signUp, webhookOf } from '#tests/support/sign-up.ts'

const ontraport = await untilEnd(startOntraport())
const { product, page, watched } = await openProduct({ ONTRAPORT_URL: ontraport.url })
let deliver: Awaited<ReturnType<typeof webhookOf>>

test('a store from its checklist to a month that is explained to the cent, its names put right, and its silence noticed', {
  timeout: 600_000,
}, async () => {
  await signUp(page, product)
  await seeChecklist()
  await fillMonth()
  await seeThatItWorks()
  await explainMonth()
  await compareWithOwnTotal()
  await followCauses()
  await downloadOrders()
  await takeSuggestion()
  await editInPlaceAndUndo()
  await pasteNames()
  await seeNextOrder()
  await noticeSilence()
  watched.expectSilence()
})

/** An order of October: 29.00 goods, 7.95 shipping, 2.39 tax, 39.34 in all. */
function placed(overrides: JsonObject = {}): JsonObject {
  const month = { merchant_id: 'SHOP1', creation_dts: '2026-10-15T12:00:00-04:00' }
  return anOrder({ ...month, ...overrides })
}

const relayed = placed({ order_id: 'SHOP1-1' })
const partlyRefunded = placed({ order_id: 'SHOP1-2' })
const deletedLater = placed({
  order_id: 'SHOP1-3',
  items: [anOrderItem({ merchant_item_id: 'TEA-GREEN-100', description: 'Sencha' })],
})
const unpaid = anUnpaidOrder({
  merchant_id: 'SHOP1',
  order_id: 'SHOP1-4',
  creation_dts: '2026-10-02T09:00:00-04:00',
})
const testOrder = placed({ order_id: 'SHOP1-5', payment: { test_order: true } })
const rejected = placed({ order_id: 'SHOP1-6', current_stage: 'Rejected' })
const refused = placed({ order_id: 'SHOP1-7' })

async function seeChecklist(): Promise<void> {
  await page.getByRole('link', { name: 'Overview', exact: true }).click()
  await page.getByText('0 of 4 steps done').waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: /Enter the ONTRAPORT key/ }).click()
  await enterKey(page, 'k-3f9a-test-key-7781')
  deliver = await webhookOf(page)
}

async function fillMonth(): Promise<void> {
  ontraport.received.length = 0
  const created = [relayed, partlyRefunded, deletedLater, unpaid, testOrder, rejected]
  await deliver(created.map((order) => ({ order_create: order })))
  await ontraport.waitFor(3)
  await deliver([{ order_refund: refundedOrder(partlyRefunded, 9) }])
  await deliver([{ order_delete: deletedLater }])
  await ontraport.waitFor(4)
}

/** Until the page has come in all its pieces. */
async function visit(path: string): Promise<void> {
  await page.goto(`${product.url}${path}`, { waitUntil: 'networkidle' })
}

async function seeThatItWorks(): Promise<void> {
  await visit('/')
  await page.getByRole('heading', { name: 'Everything works' }).waitFor()
  await page.getByText(/Every message since .* was accepted/).waitFor()
  expect(await page.getByText('Get started').count()).toBe(0)
  ontraport.respond({ kind: 'status', status: 400 })
  await deliver([{ order_create: refused }])
  await page.getByText('Working, but some messages need attention').waitFor()
  await expectAccessible(page)
}

const OCTOBER = '/reconcile?period=custom&from=2026-10-01&to=2026-10-31'

async function explainMonth(): Promise<void> {
  await page.getByRole('link', { name: 'Reconcile', exact: true }).click()
  await page.waitForURL(/\/reconcile/)
  await page.getByLabel('Orders placed').selectOption('Last month')
  await visit(OCTOBER)
  const table = page.getByRole('table', { name: 'From UltraCart to ONTRAPORT, USD' })
  const rows = await table.getByRole('row').allTextContents()
  const amounts = rows.map((row) => centsIn(row))
  expect(amounts[0]).toBe(6 * 3934 - 900)
  expect(amounts.slice(0, -1).reduce((sum, cents) => sum + cents, 0)).toBe(amounts.at(-1))
  expect(amounts).toHaveLength(8)
  for (const cause of ['Shipping and handling', 'Waiting for payment', 'Test orders, not sent'])
    await table.getByRole('link', { name: cause }).waitFor()
  await page.locator('.recharts-bar-rectangle').first().waitFor()
  await expectAccessible(page)
}

/** The amount at the end of a row, such as `-$7.95`. */
function centsIn(row: string): number {
  const amount = /(-?)\$([\d,]+\.\d\d)$/.exec(row)
  const [, sign = '', digits = ''] = amount ?? []
  return Math.round(Number(digits.replaceAll(',', '')) * 100) * (sign === '-' ? -1 : 1)
}

async function compareWithOwnTotal(): Promise<void> {
  const field = page.getByLabel('Total in ONTRAPORT for this period, in USD')
  const should = 3 * (3934 - 795) - 900
  await field.fill((should / 100).toFixed(2))
  await page.getByText('Exactly what it should be').waitFor()
  await field.fill(((should + 900) / 100).toFixed(2))
  await page.getByText('ONTRAPORT shows $9.00 more than it should').waitFor()
  await page.getByText(/That is exactly partial refunds/).waitFor()
}

async function followCauses(): Promise<void> {
  await page.getByRole('link', { name: 'Waiting for payment' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/show=unpaid/)
  const orders = page.getByRole('table', { name: 'Orders with both totals' })
  await page.getByRole('heading', { name: 'Waiting for payment, USD' }).waitFor()
  expect(await orders.getByRole('row').count()).toBe(2)
  await orders.getByText('the order is in Accounts Receivable').waitFor()
  await orders.getByRole('link', { name: 'SHOP1-4' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/log\?reference=SHOP1-4/)
  await page.getByText('Waiting for payment: the order is in Accounts Receivable').waitFor()
}

async function downloadOrders(): Promise<void> {
  await visit(OCTOBER)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('reconcile-SHOP1-2026-10-01-to-2026-10-31.csv')
  const file: string[] = []
  for await (const chunk of await download.createReadStream()) file.push(String(chunk))
  const lines = file.join('').trim().split('\r\n')
  expect(lines).toHaveLength(8)
  expect(lines.find((line) => line.startsWith('SHOP1-3,'))).toContain(',-31.39,')
}

async function takeSuggestion(): Promise<void> {
  await page.getByRole('link', { name: 'Products', exact: true }).click()
  await page.getByRole('button', { name: 'Add a name' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Item id').fill('OLD-TEA')
  await dialog.getByLabel('Product name').fill('Green Tea (100 g)')
  await page.keyboard.press('Enter')
  await page.getByText('OLD-TEA is sent as').waitFor()
  await page.getByRole('button', { name: /sold, no name entered/ }).click()
  await page.waitForURL(/warning=unmapped/)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Send TEA-GREEN-100 as Green Tea (100 g)' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('TEA-GREEN-100 is sent as “Green Tea (100 g)” from now on').waitFor()
  await page.getByRole('button', { name: /1 same name twice|2 same name twice/ }).click()
  await page.getByText('Same name as OLD-TEA').waitFor()
}

async function editInPlaceAndUndo(): Promise<void> {
  await page.getByRole('button', { name: /Change the name of TEA-GREEN-100/ }).focus()
  await page.keyboard.press('Enter')
  await page
    .getByRole('combobox', { name: 'Product name in ONTRAPORT for TEA-GREEN-100' })
    .fill('Sencha')
  await page.keyboard.press('Enter')
  await page.getByText('TEA-GREEN-100 is sent as “Sencha” from now on').waitFor()
  const told = page.getByRole('alert').filter({ hasText: 'as “Sencha” from now on' })
  await told.getByRole('button', { name: 'Undo' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('TEA-GREEN-100 is sent as “Green Tea (100 g)” again').waitFor()
}

async function pasteNames(): Promise<void> {
  await visit('/products')
  await page.getByRole('button', { name: 'Paste names' }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByLabel('Two columns: item id and product name')
    .fill('CLUB-MONTHLY\tTea Club, monthly\nTEA-GREEN-100\tGreen Tea (100 g)\nMUG\tMug\n\tNothing')
  await dialog.getByRole('button', { name: 'Check the list' }).click()
  for (const count of ['1 new', '1 changed', '1 unchanged', '1 faulty'])
    await dialog.getByText(count).waitFor()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Take in 2' }).click()
  await page.getByRole('button', { name: /CLUB-MONTHLY, now Tea Club, monthly/ }).waitFor()
}

async function seeNextOrder(): Promise<void> {
  await page.getByRole('link', { name: 'What the next order would say of CLUB-MONTHLY' }).click()
  const section = page.getByRole('region', { name: 'What the next order would say' })
  await section.getByText('The lines of the last order with CLUB-MONTHLY').waitFor()
  await section.getByText('Tea Club, monthly').waitFor()
}

async function noticeSilence(): Promise<void> {
  await beQuietFor26Hours()
  await visit('/')
  await page
    .getByText('No event from UltraCart for 26 hours; the usual gap is 40 minutes.')
    .waitFor()
  await expectAccessible(page)
}

/** As if the store had told something every 40 minutes until 26 hours ago. */
async function beQuietFor26Hours(): Promise<void> {
  const { url } = JSON.parse(readFileSync(join(product.dataDir, 'postgres.json'), 'utf8'))
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('DELETE FROM delivery')
  await client.query(`
    INSERT INTO delivery (id, merchant_id, received_at, body_bytes, body)
    SELECT gen_random_uuid(), 'SHOP1', now() - interval '26 hours' - n * interval '40 minutes', 1, ''
    FROM generate_series(0, 50) n`)
  await client.end()
}
