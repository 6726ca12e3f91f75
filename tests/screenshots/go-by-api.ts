import type { Page } from 'playwright-core'
import { API_APP_ID, API_KEY } from '#tests/support/ontraport-api/start-api.ts'
import { openFromLog } from '#tests/support/open-from-log.ts'
import { deliver, settle } from './deliver.ts'
import { CATALOGUE, inventedOrder } from './invented-orders.ts'
import type { Stage } from './stage.ts'

const PLACE = 700

/** From now on the store's messages go by ONTRAPORT's API, into an account with most of the tea. */
export async function goByApi(stage: Stage): Promise<void> {
  const { account } = stage.ontraportApi
  for (const { description } of CATALOGUE.slice(1)) account.addProduct(description)
  account.addProduct('Green Tea (100 g)')
  await stage.admin(
    ...['merchant', 'set', stage.merchantId, '--sandbox', 'off', '--method', 'api'],
    ...['--app-id', API_APP_ID, '--api-key', API_KEY, '--way', 'rest'],
  )
}

/** One more sale, which goes by it. */
export async function sellByApi(stage: Stage): Promise<void> {
  const orders = { merchantId: stage.merchantId, count: PLACE + 1, days: 1 }
  await deliver(stage, [{ order_create: inventedOrder(PLACE, orders) }])
  await settle(stage)
}

export async function fetchAccountProducts(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Fetch (the list|it again)/ }).click()
  await page.getByText(/products, fetched/).waitFor()
}

export async function openCalls(page: Page): Promise<void> {
  await openFromLog(page, new RegExp(String(20_261_000 + PLACE)))
  await page.getByText(/^The \d+ calls/).click()
}
