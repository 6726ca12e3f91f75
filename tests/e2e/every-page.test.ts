import { beforeAll, expect, test } from 'vitest'
import { openPage } from '#tests/support/browser.ts'
import { PAGES } from '#tests/support/doors/expectations.ts'
import { expectAccessible } from '#tests/support/expect-accessible.ts'
import { failOrders, setUpStore } from '#tests/support/failing-store.ts'
import { startOntraport } from '#tests/support/ontraport-stand-in.ts'
import { openProduct, untilEnd } from '#tests/support/open-product.ts'

const ontraport = await untilEnd(startOntraport())
const { product, browser, page, watched } = await openProduct({ ONTRAPORT_URL: ontraport.url })
const stranger = await openPage(browser)
let transmission: string

beforeAll(async () => {
  await stranger.page.goto(await product.setupLink(), { waitUntil: 'networkidle' })
  await expectAccessible(stranger.page)
  await setUpStore(page, product)
  await failOrders(page, ontraport, 2)
  await page.goto(`${product.url}/log`, { waitUntil: 'networkidle' })
  const path = await page.locator('a[data-row]').first().getAttribute('href')
  transmission = path?.split('/').at(-1) ?? ''
}, 180_000)

/** At the end two that are not there: that alone is a complaint of the browser. */
const PATHS = [
  ...PAGES.map(({ path, mayOpen }) => ({ path, isOpen: mayOpen === 'everyone', isThere: true })),
  { path: '/log?q=nothing-like-it', isOpen: false, isThere: true },
  { path: '/log/00000000-0000-7000-8000-000000000000', isOpen: false, isThere: false },
  { path: '/nowhere', isOpen: true, isThere: false },
]

test.each(PATHS)(
  '$path is held against axe in both themes, wide and narrow, without a violation',
  {
    timeout: 120_000,
  },
  async ({ path, isOpen, isThere }) => {
    const visitor = isOpen ? stranger : watched
    const address = `${product.url}${path.replace('{transmission}', transmission)}`
    await visitor.page.goto(address, { waitUntil: 'networkidle' })
    expect(await visitor.page.locator('h1').count()).toBe(1)
    await expectAccessible(visitor.page)
    if (isThere) visitor.expectSilence()
  },
)
