import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The machine's own Chromium, without its calls home. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PROGRAMS.find(existsSync)
  if (executablePath === undefined)
    throw new Error('The browser tests need Chromium: `apt-get install chromium`, or set CHROMIUM.')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  })
}

export type WatchedPage = {
  page: Page
  /** Throws with everything the page complained about since it was opened. */
  expectSilence(): void
}

/** A page in a context of its own; errors and warnings in its console count as failures. */
export async function openPage(
  browser: Browser,
  { width = 1280, colorScheme = 'light' as 'light' | 'dark' } = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  loadWhole(page)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  return {
    page,
    expectSilence: () => {
      if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join('\n')}`)
    },
  }
}

/** React shows what was streamed a moment after the page has loaded; until then a text can be there twice. */
function loadWhole(page: Page): void {
  const streamed = page.locator('[hidden][id^="S:"]').first()
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)]
  page.goto = async (...args) => {
    const response = await goto(...args)
    await streamed.waitFor({ state: 'detached' })
    return response
  }
  page.reload = async (...args) => {
    const response = await reload(...args)
    await streamed.waitFor({ state: 'detached' })
    return response
  }
}
