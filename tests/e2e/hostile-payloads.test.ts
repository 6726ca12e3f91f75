import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '#tests/support/browser.ts'
import { deliverHostileStore } from '#tests/support/deliver-hostile-store.ts'
import { HttpSession } from '#tests/support/doors/http-session.ts'
import { type OntraportStandIn, startOntraport } from '#tests/support/ontraport-stand-in.ts'
import { type Product, startProduct } from '#tests/support/product.ts'
import { adminAnswer } from '#tests/support/run-admin.ts'

const MERCHANT = 'DEMO'
const EMAIL = 'amy@example.com'
const PASSWORD = 'four words do well'
const EVIL_ANSWER = `<html><script>alert('answer')</script><img src=x onerror="alert(2)">${'x'.repeat(60_000)}`

let ontraport: OntraportStandIn
let product: Product
let browser: Browser
let session: HttpSession

beforeAll(async () => {
  ontraport = await startOntraport()
  ontraport.respond({
    kind: 'status',
    status: 400,
    headers: { 'content-type': 'text/html', 'x-evil': '<script>alert(3)</script>' },
    body: EVIL_ANSWER,
  })
  product = await startProduct({
    environment: { ONTRAPORT_URL: ontraport.url, LOG_LEVEL: 'fatal' },
  })
  const authorization = await openStore()
  await deliverHostileStore({ url: product.url, merchantId: MERCHANT, authorization })
  await ontraport.waitFor(10, 30_000)
  session = new HttpSession(product.url)
  await session.signIn(EMAIL, PASSWORD)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
  await ontraport?.close()
})

async function openStore(): Promise<string> {
  const env = { DATA_DIR: product.dataDir }
  const webhook = ['--webhook-user', 'hook', '--webhook-password', 'hostile']
  const name = '<img src=x onerror=alert(4)> \u202Eerots'
  await adminAnswer(
    ['merchant', 'add', MERCHANT, '--name', name, '--api-key', 'key-0001', ...webhook],
    { env },
  )
  const user = ['user', 'add', EMAIL, '--merchant', MERCHANT, '--role', 'owner']
  await adminAnswer(user, { env, input: `${PASSWORD}\n` })
  const mapping = [
    'mapping',
    'set',
    MERCHANT,
    '<script>alert(5)</script>',
    '=1+1|"><svg onload=alert(6)>',
  ]
  await adminAnswer(mapping, { env })
  return `Basic ${Buffer.from('hook:hostile').toString('base64')}`
}

/** A page that keeps what it did and should not have. */
async function openWatched(width: number): Promise<{ page: Page; deeds: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  const url = new URL(product.url)
  await context.addCookies(
    session.cookie.split('; ').map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      return { name, value, domain: url.hostname, path: '/' }
    }),
  )
  const deeds: string[] = []
  const page = await context.newPage()
  page.on('dialog', (dialog) => {
    deeds.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => deeds.push(`uncaught: ${error.message}`))
  page.on('popup', () => deeds.push('popup'))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) deeds.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(product.url) && !request.url().startsWith('data:'))
      deeds.push(`request: ${request.url()}`)
  })
  await page.exposeFunction('noteViolation', (what: string) => deeds.push(`policy: ${what}`))
  await page.addInitScript(
    `addEventListener('securitypolicyviolation', (event) =>
       noteViolation(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample))`,
  )
  return { page, deeds }
}

const HOSTILE_QUERY = encodeURIComponent(`"><script>alert(7)</script>\u202E`)
const PATHS = [
  '/',
  '/log',
  '/log?status=failed',
  `/log?q=${HOSTILE_QUERY}&reference=${HOSTILE_QUERY}`,
  '/products',
  `/products?q=${HOSTILE_QUERY}`,
  '/affiliates',
  `/affiliates?q=${HOSTILE_QUERY}`,
  '/integration',
  '/reconcile',
  '/log/resend',
  '/log/packet',
]

/** So many transmissions are looked at in each width; the two widths see different ones. */
const LOOKS = 14

describe.each([
  [1280, 0],
  [360, 1],
])('at %i px', (width, part) => {
  let watched: { page: Page; deeds: string[] }

  beforeAll(async () => {
    watched = await openWatched(width)
  })

  test.each(PATHS)('nothing runs and nothing sticks out on %s', async (path) => {
    await look(watched.page, path)
    expect(watched.deeds.splice(0)).toEqual([])
  })

  test('nothing runs and nothing sticks out on the transmissions themselves', async () => {
    const log = await (await session.call('/log')).text()
    const paths = [...new Set(log.match(/\/log\/[\da-f]{8}-[\da-f-]{27}/g))]
    const chosen = paths.filter((_, index) => index % 2 === part).slice(0, LOOKS)
    expect(chosen.length).toBe(LOOKS)
    for (const path of chosen) await look(watched.page, path)
    expect(watched.deeds.splice(0)).toEqual([])
  })
})

async function look(page: Page, path: string): Promise<void> {
  await page.goto(product.url + path, { waitUntil: 'load' })
  await page.locator('h1').first().waitFor()
  const { scrolled, shown } = await page.evaluate(() => ({
    scrolled: document.documentElement.scrollWidth,
    shown: document.documentElement.clientWidth,
  }))
  expect(scrolled, `${path} is wider than the window`).toBeLessThanOrEqual(shown)
  const foreign = page.locator(
    'main :is(script, iframe, object, embed, form[action^="http"], img[src="x"], [onerror], [onload])',
  )
  expect(await foreign.count(), `${path} has elements of the payload`).toBe(0)
  const links = await page
    .locator('a[href]')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
  expect(links.filter((href) => !/^(?:\/|#|https:\/\/|http:\/\/127|mailto:)/.test(href))).toEqual(
    [],
  )
}
