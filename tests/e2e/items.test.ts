import { expect, test } from 'vitest'
import { anItem } from '#tests/support/build-order.ts'
import { copiedText } from '#tests/support/copied-text.ts'
import { startOntraport } from '#tests/support/ontraport-stand-in.ts'
import { openProduct, untilEnd } from '#tests/support/open-product.ts'
import { readFeed } from '#tests/support/read-feed.ts'
import { signUp } from '#tests/support/sign-up.ts'
import { startUltraCart } from '#tests/support/ultracart-stand-in.ts'

const ontraport = await untilEnd(startOntraport())
const ultracart = await untilEnd(startUltraCart())
const { product, page, watched } = await openProduct({
  ONTRAPORT_URL: ontraport.url,
  ULTRACART_URL: ultracart.url,
})

test('items are synced with a 429 in the middle, named by a list, and polled by ONTRAPORT', {
  timeout: 240_000,
}, async () => {
  await signUp(page, product)
  await page.getByRole('link', { name: 'Products', exact: true }).click()
  await page.waitForURL(/\/products/)
  await syncItems()
  await uploadNames()
  await downloadNames()
  const address = await makeFeedAddress()
  await pollFeed(address)
  await seePollInLog()
  watched.expectSilence()
})

async function syncItems(): Promise<void> {
  ultracart.setItems(
    Array.from({ length: 250 }, (_, at) =>
      anItem({ merchant_id: 'SHOP1', merchant_item_id: `TEA-${String(at).padStart(3, '0')}` }),
    ),
  )
  await page.getByLabel('Simple key of UltraCart').fill('not-the-right-key')
  await page.locator('#sync').getByRole('button', { name: 'Test and save' }).click()
  await page.getByText('turned the simple key away').waitFor()
  await page.getByLabel('Simple key of UltraCart').fill(ultracart.key)
  await page.locator('#sync').getByRole('button', { name: 'Test and save' }).click()
  await page.getByText('Simple key saved').waitFor()
  ultracart.spoil(2, { kind: 'status', status: 429, headers: { 'retry-after': '8' } })
  await page.getByRole('button', { name: 'Sync all items' }).click()
  await page.getByText('100 of 250 items fetched').waitFor()
  await page.getByText('UltraCart wants fewer calls for a while').waitFor()
  await page.getByText('250 items fetched', { exact: true }).waitFor({ timeout: 60_000 })
  await page.getByText('TEA-000').first().waitFor()
}

const LIST = 'item_id,product name\nTEA-000,Sencha\nTEA-001,TEA-001\n,Nothing\n'

async function uploadNames(): Promise<void> {
  await page.getByRole('button', { name: 'Upload CSV' }).click()
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'names.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) })
  const dialog = page.getByRole('dialog')
  await dialog.getByText('1 changed').waitFor()
  await dialog.getByText('1 unchanged').waitFor()
  await dialog.getByText('the item id is missing').waitFor()
  await page.getByRole('button', { name: 'Take in 1' }).click()
  await page.getByRole('button', { name: /TEA-000, now Sencha/ }).waitFor()
}

async function downloadNames(): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('products.csv')
  const lines: string[] = []
  for await (const chunk of await download.createReadStream()) lines.push(String(chunk))
  expect(lines.join('')).toContain(',Sencha,mapping\r\n')
}

async function makeFeedAddress(): Promise<string> {
  await page.getByRole('button', { name: 'Make the feed key' }).click()
  await page.getByText('Copy it now').waitFor()
  return copiedText(page.getByRole('button', { name: 'Copy feed address with its key' }))
}

async function pollFeed(address: string): Promise<void> {
  const wrong = await fetch(`${address}x`)
  expect(wrong.status).toBe(401)
  const answer = await fetch(address, { headers: { 'User-Agent': 'ONTRAPORT' } })
  expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8')
  const items = readFeed(await answer.text())
  expect(items).toHaveLength(250)
  expect(items[0]).toMatchObject({ item_id: 'TEA-000', product_name: 'Sencha' })
  const headers = { 'If-None-Match': answer.headers.get('etag') ?? '' }
  expect((await fetch(address, { headers })).status).toBe(304)
  const head = await fetch(address, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
}

async function seePollInLog(): Promise<void> {
  await page.reload()
  await page.getByText('1 poll with a wrong key').waitFor()
  await page.getByRole('link', { name: 'Item poll: 250 items' }).click()
  await page.getByText('What we answered.').waitFor()
  await page.getByText('User-Agent: ONTRAPORT').waitFor()
}
