import type { Browser, Page } from 'playwright-core'
import { PUBLIC_URL } from '#tests/support/public-address.ts'
import type { PicturedPage, State } from './pages.ts'
import { publishPictures } from './publish-pictures.ts'
import { openStage, type Stage } from './stage.ts'
import { STORES } from './stores.ts'
import { takePictures } from './take-pictures.ts'

type Wish = { state: State; pages: readonly PicturedPage[]; folder: string }

/** Fills a store and takes these pages of it, one after another. */
export async function pictureStore(
  browser: Browser,
  { state, pages, folder }: Wish,
): Promise<void> {
  const { merchantId, fill } = STORES[state]
  const stage = await openStage(browser, merchantId)
  const take = async (page: Page, pictured: PicturedPage, places: Record<string, string>) => {
    console.log(`${state}: ${pictured.name}`)
    await pictured.before?.(stage)
    await withoutTable(stage, pictured.lacking, async () => {
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.goto(PUBLIC_URL + fillIn(pictured.path, places), { waitUntil: 'networkidle' })
      await pictured.lookAt?.(page)
      await page.evaluate(() => scrollTo(0, 0))
      await takePictures(page, { folder, ...pictured })
      await publishPictures(page, { state, name: pictured.name })
    })
  }
  for (const pictured of pages.filter(({ visitor }) => visitor === 'first')) {
    const setUp = new URL(await stage.setUpLink())
    await take(await stage.openPage(), pictured, { setUp: setUp.pathname + setUp.search })
  }
  const { page, places } = await fill(stage)
  for (const pictured of pages.filter(({ visitor }) => visitor === 'nobody'))
    await take(await stage.openPage(), pictured, places)
  for (const pictured of pages.filter(({ visitor }) => visitor === undefined))
    await take(page, pictured, places)
  await stage.close()
}

function fillIn(path: string, places: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const place = places[name]
    if (place === undefined) throw new Error(`The store has nothing that is ${name}.`)
    return place
  })
}

/** Takes a table away meanwhile, so that what needs it fails. */
async function withoutTable(
  { sql }: Stage,
  table: string | undefined,
  deed: () => Promise<void>,
): Promise<void> {
  if (table === undefined) return deed()
  await sql(`ALTER TABLE ${table} RENAME TO ${table}_away`)
  await deed()
  await sql(`ALTER TABLE ${table}_away RENAME TO ${table}`)
}
