import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from '#tests/support/expect-accessible.ts'
import { failOrders, setUpStore } from '#tests/support/failing-store.ts'
import { startOntraport } from '#tests/support/ontraport-stand-in.ts'
import { openProduct, untilEnd } from '#tests/support/open-product.ts'
import { tabTo } from '#tests/support/tab-to.ts'

const ORDERS = 3

const ontraport = await untilEnd(startOntraport())
const { product, page, watched } = await openProduct({ ONTRAPORT_URL: ontraport.url })
/** As they stand in the log, the newest first. */
let orderIds: string[]

beforeAll(async () => {
  await setUpStore(page, product)
  await failOrders(page, ontraport, ORDERS)
})

test('the overview leads to what needs somebody, and to its cure', async () => {
  await page.goto(product.url)
  await page.getByText('Working, but some messages need attention').waitFor()
  const reasons = page.getByRole('region', { name: 'What needs attention, and why' })
  const rows = reasons.getByRole('link', { name: `${ORDERS} refused` })
  expect(await rows.getAttribute('href')).toMatch(/^\/log\?reason=refused&says=/)
  await expectAccessible(page)
  await press(reasons.getByRole('link', { name: 'Send them again…' }))
  await page.waitForURL(/\/log\/resend\?reason=refused/)
  await page.getByLabel(`Failed: ${ORDERS}`).waitFor()
  watched.expectSilence()
})

test('keys step through the rows, open one beside them, then its page, and lead back', async () => {
  await openLog()
  await expectAccessible(page)
  await stepThroughRows()
  await page.keyboard.press('Enter')
  await drawerOf(0).getByText('Arrived from UltraCart').waitFor()
  await expectAccessible(page)
  await page.keyboard.press('j')
  await drawerOf(1).getByText('Arrived from UltraCart').waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/log\/[\da-f-]{36}$/)
  await page.getByText('Arrived from UltraCart').waitFor()
  await expectAccessible(page)
  await page.goBack()
  await drawerOf(1).waitFor()
  await page.keyboard.press('Escape')
  await expectFocus(1)
  watched.expectSilence()
})

async function stepThroughRows(): Promise<void> {
  const steps: [key: string, row: number][] = [
    ['j', 0],
    ['j', 1],
    ['k', 0],
    ['ArrowDown', 1],
    ['ArrowUp', 0],
  ]
  for (const [key, row] of steps) {
    await page.keyboard.press(key)
    await expectFocus(row)
  }
}

test('the sheet of keys switches single keys off and on; arrows work in any case', async () => {
  await openLog()
  await page.keyboard.press('j')
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys of the log' })
  const single = sheet.getByRole('switch', { name: 'Single-key shortcuts' })
  const toggle = async () => {
    await tabTo(single)
    await page.keyboard.press('Space')
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
  }
  await single.waitFor()
  await expectAccessible(page)
  await toggle()
  await tabTo(rowOf(1))
  await page.keyboard.press('k')
  await page.keyboard.press('ArrowDown')
  await expectFocus(2)
  await press(page.getByRole('button', { name: 'Keys of the log' }))
  await toggle()
  await tabTo(rowOf(1))
  await page.keyboard.press('k')
  await expectFocus(0)
  watched.expectSilence()
})

test('a filter is set, kept as a view and taken away as CSV', async () => {
  await openLog()
  await page.keyboard.press('f')
  await tabTo(page.getByRole('checkbox', { name: 'Failed' }))
  await page.keyboard.press('Space')
  await page.waitForURL(/status=failed/)
  await page.keyboard.press('Escape')
  await saveView('Failed ones')
  await press(page.getByRole('button', { name: 'All of these' }))
  const csv = page.getByRole('menuitem', { name: 'CSV, for spreadsheets' })
  await csv.waitFor()
  while (!(await csv.evaluate((item) => item === document.activeElement)))
    await page.keyboard.press('ArrowDown')
  const [started] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  const text = await readFile(await started.path(), 'utf8')
  expect(text.trimEnd().split('\r\n')).toHaveLength(ORDERS + 1)
  watched.expectSilence()
})

async function saveView(name: string): Promise<void> {
  await press(page.getByRole('button', { name: 'Save view…' }))
  const dialog = page.getByRole('dialog', { name: 'Save these filters as a view' })
  await tabTo(dialog.getByRole('textbox'))
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  const views = page.getByRole('navigation', { name: 'Views of the log' })
  await views.getByRole('link', { name, exact: true }).waitFor()
}

test('Escape closes the window on top only, whichever has the focus', async () => {
  await openLog()
  await tabTo(rowOf(0))
  await page.keyboard.press('Enter')
  await drawerOf(0).getByText('Arrived from UltraCart').waitFor()
  await press(drawerOf(0).getByRole('button', { name: 'Resend…' }))
  const window = page.getByRole('dialog').filter({ hasText: 'What to send' })
  await window.waitFor()
  await page.keyboard.press('Escape')
  await window.waitFor({ state: 'hidden' })
  await drawerOf(0).getByText('Arrived from UltraCart').waitFor()
  await page.keyboard.press('Escape')
  await drawerOf(0).waitFor({ state: 'hidden' })
  await expectFocus(0)
  watched.expectSilence()
})

test('the row that has the focus is sent again', async () => {
  await openLog()
  ontraport.received.length = 0
  await tabTo(rowOf(0))
  await page.keyboard.press('r')
  await press(page.getByRole('button', { name: 'Send again' }))
  const [received] = await ontraport.waitFor(1)
  expect(received?.body).toContain(orderIds[0])
  await expect.poll(countSent, { timeout: 10_000 }).toBe(1)
  watched.expectSilence()
})

test('a part of the log that cannot be shown leaves the filter and the other parts', async () => {
  await page.goto(`${product.url}/log?status=failed&cursor=made-up`)
  const fault = page.getByRole('alert').filter({ hasText: 'The rows could not be loaded' })
  await fault.getByRole('button', { name: 'Try again' }).waitFor()
  await page.getByRole('button', { name: 'Clear 1 filter' }).waitFor()
  await page.getByRole('region', { name: 'Volume' }).waitFor()
  watched.expectSilence()
})

/** From another page, by its link. */
async function openLog(): Promise<void> {
  await page.goto(`${product.url}/products`, { waitUntil: 'networkidle' })
  await press(page.getByRole('navigation').getByRole('link', { name: 'Log', exact: true }))
  await page.waitForURL(/\/log$/)
  const rows = page.getByRole('table').getByRole('link')
  await rows.nth(ORDERS - 1).waitFor()
  orderIds = (await rows.allTextContents()).flatMap((text) => text.match(/DEMO-\d+/) ?? [])
}

async function countSent(): Promise<number> {
  await page.goto(`${product.url}/log?status=sent`, { waitUntil: 'networkidle' })
  return rowOf(0).count()
}

async function press(target: Parameters<typeof tabTo>[0]): Promise<void> {
  await tabTo(target)
  await page.keyboard.press('Enter')
}

function rowOf(place: number) {
  return page.getByRole('table').getByRole('link', { name: new RegExp(orderIds[place] ?? '') })
}

function drawerOf(place: number) {
  return page.getByRole('dialog', { name: new RegExp(orderIds[place] ?? '') })
}

async function expectFocus(place: number): Promise<void> {
  await rowOf(place).and(page.locator(':focus')).waitFor()
}
