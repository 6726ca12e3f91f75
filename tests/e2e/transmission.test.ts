import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { copiedText } from '#tests/support/copied-text.ts'
import { expectAccessible } from '#tests/support/expect-accessible.ts'
import { failOrders, STORE_KEY, setUpStore } from '#tests/support/failing-store.ts'
import { startOntraport } from '#tests/support/ontraport-stand-in.ts'
import { openFromLog } from '#tests/support/open-from-log.ts'
import { openProduct, untilEnd } from '#tests/support/open-product.ts'
import { readZip } from '#tests/support/read-zip.ts'
import { assertValid } from '#tests/support/xml-schema.ts'

const ORDERS = 31

const ontraport = await untilEnd(startOntraport())
const { product, page, watched } = await openProduct({ ONTRAPORT_URL: ontraport.url })

test('what failed is read, compared, sent again one by one and all at once, taken away and handed to support', {
  timeout: 300_000,
}, async () => {
  await setUpStore(page, product)
  const [orderId = ''] = await failOrders(page, ontraport, ORDERS)
  await nameTheProducts()
  await openFailed(orderId)
  await searchTheRequest()
  await compareWithToday()
  await expectAccessible(page)
  await previewPacket()
  await resendOne()
  await resendTheRest()
  await exportTheLog()
  watched.expectSilence()
})

/** Both items to one name, so that the message would have it twice. */
async function nameTheProducts(): Promise<void> {
  await page.getByRole('link', { name: 'Products', exact: true }).click()
  for (const item of ['TEA-1', 'TEA-2']) {
    await page.getByRole('button', { name: new RegExp(`Change the name of ${item}`) }).click()
    await page
      .getByRole('combobox', { name: `Product name in ONTRAPORT for ${item}` })
      .fill('Green Tea')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: new RegExp(`${item}, now Green Tea`) }).waitFor()
  }
}

async function openFailed(orderId: string): Promise<void> {
  await page.goto(`${product.url}/log?status=failed&q=${orderId}`)
  await openFromLog(page, new RegExp(orderId))
  await page.getByRole('heading', { level: 1 }).getByText('failed').waitFor()
  await page.getByText('Arrived from UltraCart').waitFor()
  await page.getByText('code 422').first().waitFor()
  await page.getByText('<error>No such product</error>').first().waitFor()
}

async function searchTheRequest(): Promise<void> {
  await page.getByLabel('Find in the request').fill('tea-')
  await page.getByText('1 of 2').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('2 of 2').waitFor()
  const curl = await copiedText(page.getByRole('button', { name: 'Copy as curl' }))
  expect(curl).toContain('receivers/ultracart.php?account_id=••••')
  expect(curl).not.toContain(STORE_KEY)
  await page.getByText('Snapshot', { exact: true }).click()
  await page.locator('summary').getByText('order', { exact: true }).click()
  await page.locator('summary').getByText('items', { exact: true }).waitFor()
}

async function compareWithToday(): Promise<void> {
  await page.getByRole('button', { name: 'With today’s names' }).click()
  const difference = page.getByLabel('Difference of the requests')
  await difference.locator('del').getByText('TEA-1').waitFor()
  await difference.locator('ins').getByText('Green Tea').first().waitFor()
}

async function previewPacket(): Promise<void> {
  await page.getByRole('link', { name: 'Support packet' }).click()
  await page.getByRole('heading', { name: 'The six pieces of evidence' }).waitFor()
  await expectAccessible(page)
  await page.getByLabel('Address of the order form').fill('https://shop.example.com/tea')
  await page.getByRole('button', { name: 'Preview with this' }).click()
  await page.waitForURL(/formUrl=/)
  await page.getByText('https://shop.example.com/tea').first().waitFor()
  const { name, bytes } = await download('button', 'Download the packet')
  expect(name).toMatch(/^ontraport-support-SHOP1-.*\.zip$/)
  const files = readZip(bytes)
  expect(files['index.html']).toContain('https://shop.example.com/tea')
  expect(Object.values(files).join('')).not.toContain(STORE_KEY)
  await page.getByRole('link', { name: 'Transmission' }).click()
  await page.waitForURL(/\/log\/[\da-f-]{36}/)
}

async function resendOne(): Promise<void> {
  await page.getByRole('button', { name: 'Resend…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('With today’s product names').check()
  await dialog.getByRole('button', { name: 'Send again' }).click()
  await page.getByRole('heading', { level: 1 }).getByText('accepted').waitFor()
  await page.getByText('Attempt 2, resent by hand').waitFor()
  await page.getByText('Same name twice').first().waitFor()
}

async function resendTheRest(): Promise<void> {
  ontraport.received.length = 0
  await page.goto(`${product.url}/log?status=failed`)
  await page.getByRole('button', { name: 'All of these' }).click()
  await page.getByRole('menuitem', { name: 'Send them again…' }).click()
  await page.waitForURL(/\/log\/resend\?status=failed/)
  await page.getByLabel(`Failed: ${ORDERS - 1}`).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: `Send ${ORDERS - 1} again…` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('what has gone out by then stays sent').waitFor()
  await dialog.getByRole('button', { name: 'Send them again' }).click()
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await page.getByText('Paused.').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByText(`${ORDERS - 1} sent again`).waitFor({ timeout: 60_000 })
  await page.getByText(`They stand now: ${ORDERS - 1} sent.`).waitFor({ timeout: 60_000 })
  expect(ontraport.received).toHaveLength(ORDERS - 1)
}

async function exportTheLog(): Promise<void> {
  await page.goto(`${product.url}/log?status=sent`)
  const csv = await takeAway('CSV, for spreadsheets')
  expect(csv.name).toMatch(/^log-SHOP1-.*\.csv$/)
  expect(csv.text.trimEnd().split('\r\n')).toHaveLength(ORDERS + 1)
  const jsonl = await takeAway('JSON Lines, for programs')
  expect(jsonl.text.trimEnd().split('\n')).toHaveLength(ORDERS)
  const xml = await takeAway('XML')
  await assertValid(xml.text, 'transmissions')
}

async function takeAway(item: string): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: 'All of these' }).click()
  const { name, bytes } = await download('menuitem', item)
  return { name, text: bytes.toString('utf8') }
}

async function download(role: 'button' | 'menuitem', label: string) {
  const [started] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole(role, { name: label, exact: true }).click(),
  ])
  return { name: started.suggestedFilename(), bytes: await readFile(await started.path()) }
}
