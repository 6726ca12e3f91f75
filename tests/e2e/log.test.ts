import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPage, type WatchedPage } from '#tests/support/browser.ts'
import { failOrders, setUpStore } from '#tests/support/failing-store.ts'
import { type OntraportStandIn, startOntraport } from '#tests/support/ontraport-stand-in.ts'
import { type Product, startProduct } from '#tests/support/product.ts'
import { tabTo } from '#tests/support/tab-to.ts'

const ORDERS = 3

let ontraport: OntraportStandIn
let product: Product
let browser: Browser
let watched: WatchedPage
let page: Page
/** As they stand in the log, the newest first. */
let orderIds: string[]

beforeAll(async () => {
  ontraport = await startOntraport()
  product = await startProduct({ environment: { ONTRAPORT_URL: ontraport.url } })
  browser = await openBrowser()
  watched = await openPage(browser)
  page = watched.page
  await setUpStore(page, product)
  await failOrders(page, ontraport, ORDERS)
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
  await ontraport?.close()
})

test('a filter is set, kept as a view and taken away as CSV', async () => {
  await openLog()
  await page.keyboard.press('f')
  await tabTo(page.getByRole('checkbox', { name: 'Failed' }))
  await page.keyboard.press('Space')
  await page.waitForURL(/status=failed/)
  await page.keyboard.press('Escape')
  await saveView('Failed ones')
  await press(page.getByRole('button', { name: 'All of these' }))
  const csv = page.getByRole('menuitem', { name: 'CSV, for spreadsheets' })
  await csv.waitFor()
  while (!(await csv.evaluate((item) => item === document.activeElement)))
    await page.keyboard.press('ArrowDown')
  const [started] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  const text = await readFile(await started.path(), 'utf8')
  expect(text.trimEnd().split('\r\n')).toHaveLength(ORDERS + 1)
  watched.expectSilence()
})

async function saveView(name: string): Promise<void> {
  await press(page.getByRole('button', { name: 'Save view…' }))
  const dialog = page.getByRole('dialog', { name: 'Save these filters as a view' })
  await tabTo(dialog.getByRole('textbox'))
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  const views = page.getByRole('navigation', { name: 'Views of the log' })
  await views.getByRole('link', { name, exact: true }).waitFor()
}

test('the row that has the focus is sent again', async () => {
  await openLog()
  ontraport.received.length = 0
  await tabTo(rowOf(0))
  await page.keyboard.press('r')
  await press(page.getByRole('button', { name: 'Send again' }))
  const [received] = await ontraport.waitFor(1)
  expect(received?.body).toContain(orderIds[0])
  await expect.poll(countSent, { timeout: 10_000 }).toBe(1)
  watched.expectSilence()
})

test('a part of the log that cannot be shown leaves the filter and the other parts', async () => {
  await page.goto(`${product.url}/log?status=failed&cursor=made-up`)
  const fault = page.getByRole('alert').filter({ hasText: 'The rows could not be loaded' })
  await fault.getByRole('button', { name: 'Try again' }).waitFor()
  await page.getByRole('button', { name: 'Clear 1 filter' }).waitFor()
  await page.getByRole('region', { name: 'Volume' }).waitFor()
  watched.expectSilence()
})

/** From another page, by its link. */
async function openLog(): Promise<void> {
  await page.goto(`${product.url}/products`, { waitUntil: 'networkidle' })
  await press(page.getByRole('navigation').getByRole('link', { name: 'Log', exact: true }))
  await page.waitForURL(/\/log$/)
  const rows = page.getByRole('table').getByRole('link')
  await rows.nth(ORDERS - 1).waitFor()
  orderIds = (await rows.allTextContents()).flatMap((text) => text.match(/DEMO-\d+/) ?? [])
}

async function countSent(): Promise<number> {
  await page.goto(`${product.url}/log?status=sent`, { waitUntil: 'networkidle' })
  return rowOf(0).count()
}

async function press(target: Parameters<typeof tabTo>[0]): Promise<void> {
  await tabTo(target)
  await page.keyboard.press('Enter')
}

function rowOf(place: number) {
  return page.getByRole('table').getByRole('link', { name: new RegExp(orderIds[place] ?? '') })
}
