import type { Page } from 'playwright-core'

/** Notes, from the next load on, which tasks took long and what shifted without being asked to. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(`
    window.watched = { tasks: [], shift: 0 }
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.watched.tasks.push(duration)
    }).observe({ type: 'longtask', buffered: true })
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries())
        if (!hadRecentInput) window.watched.shift += value
    }).observe({ type: 'layout-shift', buffered: true })`)
}

const STEP_PX = 600
const SETTLE_MS = 1_000

/** The tasks over 50 ms, in ms, from the first row to the last; those of the load itself do not count. */
export async function longTasksWhileScrolling(page: Page, url: string): Promise<number[]> {
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.waitForTimeout(SETTLE_MS)
  await page.evaluate('window.watched.tasks = []')
  await page.mouse.move(640, 450)
  while (!(await page.evaluate<boolean>(IS_AT_END))) {
    await page.mouse.wheel(0, STEP_PX)
    await page.evaluate('new Promise(requestAnimationFrame)')
  }
  return page.evaluate<number[]>('window.watched.tasks')
}

const IS_AT_END = 'window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2'

/** The sum of its layout shifts, until it has come to rest. */
export async function shiftWhileLoading(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.waitForTimeout(SETTLE_MS)
  return page.evaluate<number>('window.watched.shift')
}
