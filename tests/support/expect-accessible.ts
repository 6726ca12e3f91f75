import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const WIDTHS = [1280, 360]
const SCHEMES = ['light', 'dark'] as const
const HEIGHT = 900
/** With the size of targets, which WCAG 2.2 asks for and axe leaves out unless it is told. */
const OPTIONS: Parameters<AxeBuilder['options']>[0] = {
  resultTypes: ['violations'],
  rules: { 'target-size': { enabled: true } },
}

/** How often a page that does not pass is looked at: what only stands there while React swaps one screen for the next, such as a title that is gone, is no fault of the page. */
const LOOKS = 3

/** Holds the page, each time once it has come to rest, against axe, at two widths in both colour schemes, and against scrolling sideways; throws with what it found. */
export async function expectAccessible(page: Page): Promise<void> {
  const found: string[] = []
  for (const width of WIDTHS)
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize({ width, height: HEIGHT })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const faults = await standingFaults(page, width)
      found.push(...faults.map((fault) => `${width} px, ${colorScheme}: ${fault}`))
    }
  await page.setViewportSize({ width: WIDTHS[0] ?? 0, height: HEIGHT })
  if (found.length > 0) throw new Error(`${page.url()} is not accessible:\n${found.join('\n')}`)
}

/** What the last of the looks found, or nothing as soon as one finds nothing. */
async function standingFaults(page: Page, width: number): Promise<string[]> {
  let faults: string[] = []
  for (let look = 0; look < LOOKS; look++) {
    await comeToRest(page)
    faults = await findFaults(page, width)
    if (faults.length === 0) return []
  }
  return faults
}

async function findFaults(page: Page, width: number): Promise<string[]> {
  // Without frames there is nothing to gather in a page of its own, which takes most of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await axe.options(OPTIONS).analyze()
  const faults = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`,
  )
  const pageWidth = await page.evaluate(() => document.documentElement.scrollWidth)
  return pageWidth > width ? [`${pageWidth} px wide`, ...faults] : faults
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
