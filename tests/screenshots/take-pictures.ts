import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

export const WIDTHS = [1280, 360] as const
export const SCHEMES = ['light', 'dark'] as const

/** As much of a page as anybody would scroll through. */
const MOST_HEIGHT = 4_000
const WINDOW_HEIGHT = 900

/** Takes a page, once it has come to rest, at both widths in both colours: `FOLDER/NAME-WIDTH-COLOUR.png`. */
export async function takePictures(
  page: Page,
  { folder, name, isWindowOnly = false }: { folder: string; name: string; isWindowOnly?: boolean },
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: WINDOW_HEIGHT })
    for (const scheme of SCHEMES) {
      await page.emulateMedia({ colorScheme: scheme })
      await comeToRest(page)
      const height = isWindowOnly ? WINDOW_HEIGHT : await heightOf(page)
      await page.screenshot({
        path: join(folder, `${name}-${width}-${scheme}.png`),
        fullPage: !isWindowOnly,
        clip: { x: 0, y: 0, width, height },
      })
    }
  }
}

async function heightOf(page: Page): Promise<number> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  return Math.min(height, MOST_HEIGHT)
}

/** Nothing is under way, and no colour is still on its way from another one. */
export async function comeToRest(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
  await page.evaluate(async () => {
    await document.fonts.ready
    // Transitions begin with the next frame.
    for (const _ of [1, 2]) await new Promise((resolve) => requestAnimationFrame(resolve))
    const transitions = document.getAnimations().filter((one) => one instanceof CSSTransition)
    await Promise.allSettled(transitions.map((one) => one.finished))
  })
}
