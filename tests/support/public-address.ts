import type { Page } from 'playwright-core'

/** The address at which the world knows an installation that the tests run on this machine. */
export const PUBLIC_URL = 'https://relay.example.com'

/** Leads what a page asks of the public address to the product's own port, as its proxy does. */
export async function leadTo(page: Page, port: number): Promise<void> {
  await page.context().route(`${PUBLIC_URL}/**`, async (route) => {
    const url = route.request().url().replace(PUBLIC_URL, `http://127.0.0.1:${port}`)
    const response = await route.fetch({ url, maxRedirects: 0 })
    await route.fulfill({ response })
  })
}
