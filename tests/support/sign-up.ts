import type { Page } from 'playwright-core'
import { copiedText } from './copied-text.ts'
import type { Product } from './product.ts'

/** Sets up the first account and the store SHOP1, whose orders count from 2020 on; leads to its Integration page. */
export async function signUp(page: Page, product: Pick<Product, 'setupLink'>): Promise<void> {
  await page.goto(await product.setupLink())
  await page.getByLabel('Email').fill('amy@example.com')
  await page.getByLabel('Password', { exact: true }).fill('four words do well')
  await page.getByLabel('UltraCart merchant id').fill('SHOP1')
  await page.getByLabel('Store name').fill('Tea House')
  await page.getByLabel('A date I choose').check()
  await page.locator('input[type="datetime-local"]').fill('2020-01-01T00:00')
  await page.getByRole('button', { name: 'Set up and sign in' }).click()
  await page.waitForURL(/\/integration$/)
}

/** Enters ONTRAPORT's key on the Integration page. */
export async function enterKey(page: Page, key: string): Promise<void> {
  await page.getByLabel('UltraCart Integration Key').fill(key)
  await page.locator('#key').getByRole('button', { name: 'Test and save' }).click()
  await page.getByText('Key saved').first().waitFor()
}

/** A caller of the webhook, with the credentials that the Integration page hands out; throws unless the answer is 200. */
export async function webhookOf(page: Page): Promise<(events: object[]) => Promise<void>> {
  const copied = async (label: string): Promise<string> => {
    return copiedText(page.getByRole('button', { name: `Copy ${label}`, exact: false }))
  }
  const address = await copied('Webhook address')
  const user = await copied('User name')
  const password = await copied('Password')
  return async (events) => {
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ events }),
    })
    if (response.status !== 200)
      throw new Error(`The webhook was answered with ${response.status}.`)
  }
}
