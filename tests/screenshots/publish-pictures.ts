import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import type { State } from './pages.ts'
import { comeToRest } from './take-pictures.ts'

type Published = {
  /** Of the file in docs/screenshots, without its ending. */
  file: string
  page: string
  state: State
  scheme: 'light' | 'dark'
  width: number
  height: number
}

const FOLDER = join(import.meta.dirname, '../../docs/screenshots')

/** What README and docs/guide.md show. */
export const PUBLISHED: readonly Published[] = [
  wide('log'),
  wide('overview'),
  { ...wide('log'), file: 'log-dark', scheme: 'dark' },
  { ...wide('log'), file: 'log-phone', width: 360, height: 720 },
  wide('log-drawer'),
  { ...wide('transmission'), height: 1_100 },
  wide('resend'),
  wide('packet'),
  { ...wide('reconcile'), height: 1_100 },
  wide('products'),
  { ...wide('integration'), state: 'empty' },
]

/** Takes those that show this page, as small as 256 colours make them. */
export async function publishPictures(
  page: Page,
  { state, name }: { state: State; name: string },
): Promise<void> {
  for (const wish of PUBLISHED.filter((one) => one.page === name && one.state === state)) {
    await page.setViewportSize({ width: wish.width, height: wish.height })
    await page.emulateMedia({ colorScheme: wish.scheme })
    await comeToRest(page)
    const picture = await page.screenshot()
    await sharp(picture)
      .png({ palette: true, effort: 10 })
      .toFile(join(FOLDER, `${wish.file}.png`))
  }
}

function wide(page: string): Published {
  return { file: page, page, state: 'full', scheme: 'light', width: 1_280, height: 800 }
}
