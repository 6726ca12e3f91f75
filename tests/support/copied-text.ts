import type { Locator } from 'playwright-core'
import { expect } from 'vitest'

/** What a click on a copy button puts on the clipboard. The browser may write it after the click has ended. */
export async function copiedText(button: Locator): Promise<string> {
  const page = button.page()
  const read = () => page.evaluate(() => navigator.clipboard.readText())
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await button.click()
  await expect.poll(read, { timeout: 10_000 }).not.toBe('')
  return read()
}
