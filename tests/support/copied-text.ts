import type { Locator } from 'playwright-core'

/** What a click on a copy button puts on the clipboard. The browser may write it after the click has ended. */
export async function copiedText(button: Locator): Promise<string> {
  const page = button.page()
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await button.click()
  const copied = await page.waitForFunction(() => navigator.clipboard.readText())
  return copied.jsonValue()
}
