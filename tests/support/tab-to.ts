import type { Locator } from 'playwright-core'

const MOST_PRESSES = 80

/** Presses Tab, back or forth, until this has the focus, as somebody without a mouse does. */
export async function tabTo(target: Locator): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    const key = await target.evaluate(chooseKey)
    if (key === null) return
    await target.page().keyboard.press(key)
  }
  throw new Error(`Tab does not lead to ${target}.`)
}

/** Runs in the page. */
function chooseKey(element: Element): string | null {
  const { activeElement } = document
  if (activeElement === element) return null
  const place = activeElement?.compareDocumentPosition(element) ?? 0
  return (place & Node.DOCUMENT_POSITION_PRECEDING) === 0 ? 'Tab' : 'Shift+Tab'
}
