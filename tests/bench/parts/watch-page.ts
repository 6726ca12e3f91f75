import type { Page } from 'playwright-core'
import { type LongestTask, longestTaskDuring } from './trace-tasks.ts'

/** Notes, from the next load on, what shifted without being asked to. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(`
    window.watched = { shift: 0 }
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries())
        if (!hadRecentInput) window.watched.shift += value
    }).observe({ type: 'layout-shift', buffered: true })`)
}

const STEP_PX = 600
const SETTLE_MS = 1_000

/** The longest task from the first row to the last; those of the load itself do not count. */
export async function longestTaskWhileScrolling(page: Page, url: string): Promise<LongestTask> {
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.waitForTimeout(SETTLE_MS)
  await page.mouse.move(640, 450)
  return longestTaskDuring(page, async () => {
    while (!(await page.evaluate<boolean>(IS_AT_END))) {
      await page.mouse.wheel(0, STEP_PX)
      await page.evaluate('new Promise(requestAnimationFrame)')
    }
  })
}

const IS_AT_END = 'window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2'

/** The sum of its layout shifts, until it has come to rest. */
export async function shiftWhileLoading(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.waitForTimeout(SETTLE_MS)
  return page.evaluate<number>('window.watched.shift')
}
