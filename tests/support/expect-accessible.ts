import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const WIDTHS = [1280, 360]
const SCHEMES = ['light', 'dark'] as const
const HEIGHT = 900

/** Holds the page, each time once it has come to rest, against axe, at two widths in both colour schemes, and against scrolling sideways; throws with what it found. */
export async function expectAccessible(page: Page): Promise<void> {
  const found: string[] = []
  for (const width of WIDTHS)
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize({ width, height: HEIGHT })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await comeToRest(page)
      // Without frames there is nothing to gather in a page of its own, which takes most of the time.
      const axe = new AxeBuilder({ page }).setLegacyMode()
      const { violations } = await axe.options({ resultTypes: ['violations'] }).analyze()
      const pageWidth = await page.evaluate(() => document.documentElement.scrollWidth)
      if (pageWidth > width) found.push(`${width} px, ${colorScheme}: ${pageWidth} px wide`)
      for (const { id, nodes } of violations)
        found.push(
          `${width} px, ${colorScheme}: ${id}: ${nodes.map((node) => node.html).join(' ')}`,
        )
    }
  await page.setViewportSize({ width: WIDTHS[0] ?? 0, height: HEIGHT })
  if (found.length > 0) throw new Error(`${page.url()} is not accessible:\n${found.join('\n')}`)
}

/** Its title is there, and no list is dimmed because another page of it is on its way. */
async function comeToRest(page: Page): Promise<void> {
  await page.locator('head > title').first().waitFor({ state: 'attached' })
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
  await page.evaluate(async () => {
    const transitions = document.getAnimations().filter((one) => one instanceof CSSTransition)
    await Promise.allSettled(transitions.map((one) => one.finished))
  })
}
