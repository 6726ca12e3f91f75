import { afterAll } from 'vitest'
import { openBrowser, openPage } from './browser.ts'
import { startProduct } from './product.ts'

/** A product of its own and a watched page in a browser, until the file's tests have ended. */
export async function openProduct(environment: Record<string, string> = {}) {
  const product = await startProduct({ environment })
  afterAll(() => product.stop())
  const browser = await openBrowser()
  afterAll(async () => {
    // What a page still asks for when its test has ended must not fail a test that passed.
    for (const context of browser.contexts()) await context.unrouteAll({ behavior: 'ignoreErrors' })
    await browser.close()
  })
  const watched = await openPage(browser)
  return { product, browser, watched, page: watched.page }
}

/** What a test file starts beside the product, such as a stand-in, ends with its tests. */
export async function untilEnd<Started extends { close(): Promise<unknown> }>(
  starting: Promise<Started>,
): Promise<Started> {
  const started = await starting
  afterAll(async () => {
    await started.close()
  })
  return started
}
