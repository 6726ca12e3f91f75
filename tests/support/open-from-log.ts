import type { Page } from 'playwright-core'

/** Looks at the first row of this name, then opens its page from the drawer. */
export async function openFromLog(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('link', { name }).first().click()
  await page.getByRole('link', { name: 'Open page' }).click()
  await page.waitForURL(/\/log\/[\da-f-]{36}/)
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}
