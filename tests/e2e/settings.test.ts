import { text } from 'node:stream/consumers'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPage, type WatchedPage } from '#tests/support/browser.ts'
import { anOrder } from '#tests/support/build-order.ts'
import { copiedText } from '#tests/support/copied-text.ts'
import { HttpSession } from '#tests/support/doors/http-session.ts'
import { expectAccessible } from '#tests/support/expect-accessible.ts'
import { type Product, startProduct } from '#tests/support/product.ts'
import { adminAnswer } from '#tests/support/run-admin.ts'
import { signUp } from '#tests/support/sign-up.ts'
import { tabTo } from '#tests/support/tab-to.ts'

const INVITED = {
  email: 'nia@example.com',
  name: 'Nia Lindqvist',
  password: 'a lantern by the door',
}
const BUYER = 'zoe@example.com'
const HOOK_PASSWORD = 'a-webhook-password'

let product: Product
let browser: Browser
let amy: WatchedPage
let nia: WatchedPage
let page: Page

beforeAll(async () => {
  product = await startProduct({ environment: { RELAY_WORKER: 'off' } })
  browser = await openBrowser()
  amy = await openPage(browser)
  nia = await openPage(browser)
  page = amy.page
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('an owner invites, changes a role that ends a session, makes and revokes a token, keeps for less and erases', {
  timeout: 300_000,
}, async () => {
  await signUp(page, product)
  await join(await invite())
  await changeRole()
  await useToken()
  await moveStore()
  await keepForLess()
  await lookForPerson()
  await readTrail()
  amy.expectSilence()
  nia.expectSilence()
})

test('a person has a zone and a password of their own, and a store only while they are a member', {
  timeout: 300_000,
}, async () => {
  await chooseZone()
  await changePassword()
  await seeAsViewer()
  await loseMembership()
  amy.expectSilence()
  nia.expectSilence()
})

async function invite(): Promise<string> {
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await page.waitForURL(/\/settings\/members$/)
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Their email').fill(INVITED.email)
  await dialog.getByLabel('Role').selectOption('Editor')
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  await page.getByText(`Send this link to ${INVITED.email}`).waitFor()
  const link = await copiedText(dialog.getByRole('button', { name: 'Copy invitation link' }))
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('table', { name: 'Open invitations' }).getByText(INVITED.email).waitFor()
  await expectAccessible(page)
  return link
}

async function join(link: string): Promise<void> {
  const { page: theirs } = nia
  await theirs.goto(link, { waitUntil: 'networkidle' })
  await theirs.getByRole('heading', { name: 'Join Tea House' }).waitFor()
  await expectAccessible(theirs)
  await theirs.getByLabel('Your name').fill(INVITED.name)
  await theirs.getByLabel('Password', { exact: true }).fill(INVITED.password)
  await theirs.getByRole('button', { name: 'Make the account and join' }).click()
  await theirs.waitForURL(`${product.url}/`)
  await theirs.goto(link, { waitUntil: 'networkidle' })
  await theirs.getByText('This link does not work any more').waitFor()
}

/** What the browser shows, and what the bare cookie is answered. */
async function changeRole(): Promise<void> {
  const session = new HttpSession(product.url)
  await session.signIn(INVITED.email, INVITED.password)
  expect((await session.call('/settings/members')).status).toBe(200)
  await page.reload({ waitUntil: 'networkidle' })
  await page.getByLabel(`Role of ${INVITED.email}`).selectOption('Viewer')
  const dialog = page.getByRole('dialog')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Change the role' }).click()
  await page.getByText(`${INVITED.email} is a viewer now`).waitFor()
  expect((await session.call('/settings/members')).status).toBe(307)
  await nia.page.goto(`${product.url}/log`, { waitUntil: 'networkidle' })
  await nia.page.waitForURL(/\/sign-in\?next=%2Flog$/)
}

async function openSection(name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Sections of the settings' })
    .getByRole('link', { name })
    .click()
  await page.locator('a[aria-current="page"]', { hasText: name }).waitFor()
}

async function useToken(): Promise<void> {
  await openSection('Tokens')
  await page.getByText('No tokens yet').waitFor()
  await page.getByRole('button', { name: 'Make a token' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('nightly report')
  await page.keyboard.press('Enter')
  await page.getByText('The token “nightly report” is made').waitFor()
  const token = await copiedText(dialog.getByRole('button', { name: 'Copy token' }))
  await dialog.getByRole('button', { name: 'Done' }).click()
  expect(await askApi(token)).toBe(200)
  await page.reload({ waitUntil: 'networkidle' })
  const table = page.getByRole('table', { name: 'Tokens of this store' })
  await table.getByText(`••••${token.slice(-4)}`).waitFor()
  expect(await table.getByText('Never').count()).toBe(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Revoke nightly report' }).click()
  await dialog.getByRole('button', { name: 'Revoke', exact: true }).click()
  await page.getByText('No tokens yet').waitFor()
  expect(await askApi(token)).toBe(401)
}

async function askApi(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  return (await fetch(`${product.url}/api/transmissions`, { headers })).status
}

/** With the keyboard alone. */
async function moveStore(): Promise<void> {
  await openSection('Store')
  const zone = page.getByRole('combobox', { name: 'Time zone' })
  await tabTo(zone)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Adelaide')
  await page.getByRole('option', { name: 'Australia/Adelaide' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expectAccessible(page)
  await tabTo(page.getByRole('button', { name: 'Save', exact: true }))
  await page.keyboard.press('Enter')
  await page.getByText('Store saved').waitFor()
  await page.goto(`${product.url}/log`, { waitUntil: 'networkidle' })
  await page.getByText('Times are Adelaide time').waitFor()
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
}

async function keepForLess(): Promise<void> {
  await openSection('Keeping data')
  await page.getByLabel('Texts, in days').fill('3')
  await page.getByText('Keep texts for 7 to 730 days.').waitFor()
  await page.getByLabel('Texts, in days').fill('30')
  await page.getByText(/what was sent for 30 days, and that it was sent for 24 months/).waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/texts older than 30 days .* are removed for good/).waitFor()
  await dialog.getByRole('button', { name: 'Keep for a shorter time' }).click()
  await page.getByText('It takes effect within a day.').waitFor()
}

async function lookForPerson(): Promise<void> {
  await deliver()
  await page.getByLabel('Email of the person').fill('nobody@example.com')
  await page.getByRole('button', { name: 'Look for them' }).click()
  await page.getByText('Nothing is kept here of nobody@example.com.').waitFor()
  await page.getByLabel('Email of the person').fill(BUYER)
  await page.getByRole('button', { name: 'Look for them' }).click()
  await page.getByText(`Kept here of ${BUYER}: 1 message in the log, and 1 delivery`).waitFor()
  const erase = page.getByRole('button', { name: 'Erase for good' })
  await page.getByLabel('Type the email once more to erase').fill(BUYER)
  expect(await erase.isDisabled(), 'while a message waits').toBe(true)
  await page.getByLabel('Erase them all the same, and never send what waits').check()
  await expectAccessible(page)
  await erase.click()
  await page.getByText('Erased from 1 message and 1 delivery.').waitFor()
}

/** One order of the buyer, which waits since no key is entered. */
async function deliver(): Promise<void> {
  const credentials = ['--webhook-user', 'hook', '--webhook-password', HOOK_PASSWORD]
  const env = { DATA_DIR: product.dataDir }
  await adminAnswer(['merchant', 'set', 'SHOP1', ...credentials], { env })
  const order = anOrder({ merchant_id: 'SHOP1', billing: { email: BUYER } })
  const answer = await fetch(`${product.url}/api/webhooks/ultracart/SHOP1`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`hook:${HOOK_PASSWORD}`).toString('base64')}`,
    },
    body: JSON.stringify({ events: [{ order_create: order }] }),
  })
  expect(answer.status).toBe(200)
}

async function readTrail(): Promise<void> {
  await openSection('Audit trail')
  const table = page.getByRole('table', { name: 'Audit trail, newest first' })
  for (const deed of ['Erased a person', 'Changed how long things are kept', 'Revoked a token'])
    await table.getByText(deed).waitFor()
  expect(await table.getByText(BUYER).count()).toBe(0)
  await expectAccessible(page)
  await page.getByLabel('Who', { exact: true }).selectOption(INVITED.email)
  await page.waitForURL(/who=nia/)
  await table.getByText('Revoked a token').waitFor({ state: 'detached' })
  await table.getByText('Accepted an invitation').waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download CSV' }).click(),
  ])
  const file = await text(await download.createReadStream())
  expect(file.trim().split('\r\n')).toHaveLength(2)
  expect(file).toContain('nia@example.com,invitation.accepted,')
}

async function chooseZone(): Promise<void> {
  await page.getByRole('link', { name: 'Profile' }).click()
  await page.waitForURL(/\/profile$/)
  await page.getByLabel('Name').fill('Amy Tran')
  const zone = page.getByRole('combobox', { name: 'Time zone' })
  await zone.fill('tokyo')
  await page.getByRole('option', { name: 'Asia/Tokyo' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Profile saved').waitFor()
  await expectAccessible(page)
  await page.getByRole('navigation', { name: 'Main' }).getByText('Amy Tran').waitFor()
  await page.goto(`${product.url}/log`, { waitUntil: 'networkidle' })
  await page.getByText('Times are Tokyo time').waitFor()
}

async function changePassword(): Promise<void> {
  const elsewhere = new HttpSession(product.url)
  await elsewhere.signIn('amy@example.com', 'four words do well')
  expect((await elsewhere.call('/profile')).status).toBe(200)
  await page.goto(`${product.url}/profile`, { waitUntil: 'networkidle' })
  await page.getByLabel('Present password').fill('not this one')
  await page.getByLabel('New password').fill('another four good words')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await page.getByText('The present password is another one.').waitFor()
  await page.getByLabel('Present password').fill('four words do well')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await page.getByText('Password changed').waitFor()
  expect((await elsewhere.call('/profile')).status).toBe(307)
  await page.goto(`${product.url}/settings`, { waitUntil: 'networkidle' })
  await page.waitForURL(/\/settings\/members$/)
}

/** What an owner's sections are to somebody else. */
async function seeAsViewer(): Promise<void> {
  const { page: theirs } = nia
  await theirs.getByLabel('Email').fill(INVITED.email)
  await theirs.getByLabel('Password', { exact: true }).fill(INVITED.password)
  await theirs.getByRole('button', { name: 'Sign in' }).click()
  await theirs.waitForURL(/\/log$/)
  await theirs.goto(`${product.url}/settings`, { waitUntil: 'networkidle' })
  const sections = theirs.getByRole('navigation', { name: 'Sections of the settings' })
  await sections.getByRole('link', { name: 'Keeping data' }).waitFor()
  expect(await sections.getByRole('link', { name: /Tokens|Audit/ }).count()).toBe(0)
  expect(await theirs.getByRole('button', { name: /Invite|Remove/ }).count()).toBe(0)
}

async function loseMembership(): Promise<void> {
  const { page: theirs } = nia
  await page.getByRole('button', { name: `Remove ${INVITED.email}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await page.getByText(`${INVITED.email} is removed`).waitFor()
  await theirs.reload()
  await theirs.waitForURL(/\/sign-in/)
  await theirs.getByLabel('Email').fill(INVITED.email)
  await theirs.getByLabel('Password', { exact: true }).fill(INVITED.password)
  await theirs.getByRole('button', { name: 'Sign in' }).click()
  await theirs.waitForURL(/\/no-store$/)
  await theirs.getByText('You are a member of no store').waitFor()
  await expectAccessible(theirs)
}
