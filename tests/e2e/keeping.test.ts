import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPage, type WatchedPage } from '#tests/support/browser.ts'
import { expectAccessible } from '#tests/support/expect-accessible.ts'
import { failOrders, setUpStore } from '#tests/support/failing-store.ts'
import { type OntraportStandIn, startOntraport } from '#tests/support/ontraport-stand-in.ts'
import { makeOpenFolder } from '#tests/support/open-folder.ts'
import { openFromLog } from '#tests/support/open-from-log.ts'
import { type Product, startProduct } from '#tests/support/product.ts'
import { adminAnswer } from '#tests/support/run-admin.ts'

let ontraport: OntraportStandIn
let product: Product
let browser: Browser
let watched: WatchedPage
let page: Page

beforeAll(async () => {
  ontraport = await startOntraport()
  product = await startProduct({ environment: { ONTRAPORT_URL: ontraport.url } })
  browser = await openBrowser()
  watched = await openPage(browser)
  page = watched.page
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
  await ontraport?.close()
})

test('a running product is backed up, forgets a person, and comes back from the backup paused, each said on the screen', {
  timeout: 300_000,
}, async () => {
  const file = join(makeOpenFolder(), 'relay.backup')
  await setUpStore(page, product)
  const [orderId = ''] = await failOrders(page, ontraport, 2)
  await openFailed(orderId)
  const made = await adminAnswer(['backup', file], { env: { DATA_DIR: product.dataDir } })
  await adminAnswer(['person', 'erase', 'zoe.nunez@example.com', '--merchant', 'SHOP1'], {
    env: { DATA_DIR: product.dataDir },
  })
  await page.reload()
  // While a page streams in, a part of it stands twice for a moment.
  await page.getByText('Erased on').first().waitFor()
  expect(await page.getByRole('main').textContent()).not.toMatch(/Zoë|zoe\.nunez/)
  await expectAccessible(page)
  await page.goto(`${product.url}/log`)
  await page.getByRole('link', { name: `Sale ${orderId}, erased` }).waitFor()
  await restoreElsewhere(file, String(made.madeAt))
  // The secret is the same, so who was signed in still is.
  await page.goto(product.url)
  await page
    .getByText(/was restored from the backup/)
    .first()
    .waitFor()
  await expectAccessible(page)
  await openFailed(orderId)
  await page.getByText('zoe.nunez@example.com').first().waitFor()
  watched.expectSilence()
})

async function openFailed(orderId: string): Promise<void> {
  await page.goto(`${product.url}/log?reference=${orderId}&status=failed`)
  await openFromLog(page, new RegExp(`Sale ${orderId}`))
}

async function restoreElsewhere(file: string, madeAt: string): Promise<void> {
  // A page left open would go on asking the one that stops.
  await page.goto('about:blank')
  await product.stop()
  const dataDir = makeOpenFolder()
  copyFileSync(join(product.dataDir, 'app-secret'), join(dataDir, 'app-secret'))
  const restored = await adminAnswer(['restore', file], { env: { DATA_DIR: dataDir } })
  expect(restored).toMatchObject({ madeAt, pausedCount: 1 })
  product = await startProduct({ dataDir, environment: { ONTRAPORT_URL: ontraport.url } })
}
