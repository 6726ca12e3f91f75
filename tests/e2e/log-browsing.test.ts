import { beforeAll, expect, test } from 'vitest'
import { anOrder } from '#tests/support/build-order.ts'
import { expectAccessible } from '#tests/support/expect-accessible.ts'
import { setUpStore } from '#tests/support/failing-store.ts'
import { startOntraport } from '#tests/support/ontraport-stand-in.ts'
import { openProduct, untilEnd } from '#tests/support/open-product.ts'
import { webhookOf } from '#tests/support/sign-up.ts'
import { tabTo } from '#tests/support/tab-to.ts'

const FILTERS = ['Status', 'Type', 'Time', 'Reason', 'Code', 'Amount', 'Reference', 'Email']

const ontraport = await untilEnd(startOntraport())
const { product, page, watched } = await openProduct({ ONTRAPORT_URL: ontraport.url })
let deliver: (events: object[]) => Promise<void>

beforeAll(async () => {
  await setUpStore(page, product)
  deliver = await webhookOf(page)
  await page.goto(`${product.url}/log`, { waitUntil: 'networkidle' })
}, 120_000)

test('an empty log leads to what fills it, and shows the first orders by itself', async () => {
  await page.getByText('Nothing has arrived yet').waitFor()
  await tabTo(page.getByRole('link', { name: 'Connect UltraCart' }))
  await order(2)
  await rows().nth(1).waitFor()
  watched.expectSilence()
})

test('what arrives is counted, moves no row, and comes into the list when it is asked for', async () => {
  const before = await rows().allTextContents()
  await order(1)
  await page.getByRole('button', { name: '1 new' }).waitFor()
  expect(await rows().allTextContents()).toEqual(before)
  await page.keyboard.press('n')
  await rows().nth(2).waitFor()
  expect((await rows().allTextContents()).slice(1)).toEqual(before)
  watched.expectSilence()
})

test('each filter opens, and gives the focus back when it closes', async () => {
  for (const name of FILTERS) {
    const button = page.getByRole('search').getByRole('button', { name, exact: true })
    await press(button)
    const panel = page.getByRole('dialog', { name: `Filter by ${name.toLowerCase()}` })
    await panel.waitFor()
    if (name === 'Amount') await expectAccessible(page)
    await tabTo(panel.locator('input:checked, input').first())
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    await button.and(page.locator(':focus')).waitFor()
  }
  watched.expectSilence()
})

test('an amount and a time are filtered for, and what nothing matches is said', async () => {
  await press(page.getByRole('search').getByRole('button', { name: 'Amount' }))
  await tabTo(page.getByRole('textbox', { name: 'From' }))
  await page.keyboard.type('99999')
  await page.keyboard.press('Enter')
  await page.waitForURL(/min=99999/)
  await page.getByRole('button', { name: 'Amount' }).and(page.locator(':focus')).waitFor()
  await page.getByText('Nothing matches these filters').waitFor()
  await press(page.getByRole('button', { name: 'Clear the filters' }))
  await rows().first().waitFor()
  await page.keyboard.press('t')
  await tabTo(page.getByRole('radio', { name: 'Any time' }))
  await page.keyboard.press('ArrowDown')
  await page.waitForURL(/range=1h/)
  await page.keyboard.press('Escape')
  await rows().nth(2).waitFor()
  await press(page.getByRole('button', { name: 'Clear 1 filter' }))
  await page.waitForURL(/\/log$/)
  watched.expectSilence()
})

test('the chart is a table, too, and leads to the rows of a time', async () => {
  const volume = page.getByRole('region', { name: 'Volume', exact: true })
  await tabTo(volume.getByRole('switch', { name: 'Table' }))
  await page.keyboard.press('Space')
  const table = page.getByRole('region', { name: 'Volume as a table' })
  await table.waitFor()
  await expectAccessible(page)
  await press(table.getByRole('button').first())
  await page.waitForURL(/range=custom/)
  await rows().nth(2).waitFor()
  await page.goBack()
  watched.expectSilence()
})

test('columns and density are chosen and stay', async () => {
  await page.goto(`${product.url}/log`, { waitUntil: 'networkidle' })
  await press(page.getByRole('button', { name: 'Table', exact: true }))
  const panel = page.getByRole('dialog', { name: 'How the table looks' })
  await tabTo(panel.getByRole('switch', { name: 'Dense rows' }))
  await page.keyboard.press('Space')
  await tabTo(panel.getByRole('checkbox', { name: 'Email' }))
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await page.reload({ waitUntil: 'networkidle' })
  await page.getByRole('columnheader', { name: 'Email' }).waitFor()
  await page.locator('table[data-dense]').waitFor()
  await expectAccessible(page)
  watched.expectSilence()
})

test('a view is renamed, deleted and taken back', async () => {
  await page.goto(`${product.url}/log?status=sent`, { waitUntil: 'networkidle' })
  await press(page.getByRole('button', { name: 'Save view…' }))
  await nameView('Arrived')
  await choose('Arrived', 'Rename…')
  await page.keyboard.press('Control+A')
  await nameView('Came in')
  await choose('Came in', 'Delete')
  await viewOf('Came in').waitFor({ state: 'detached' })
  await press(page.getByRole('button', { name: 'Undo' }))
  await viewOf('Came in').waitFor()
  watched.expectSilence()
})

/** Paid orders that ONTRAPORT accepts. */
async function order(count: number): Promise<void> {
  ontraport.received.length = 0
  await deliver(
    Array.from({ length: count }, () => ({ order_create: anOrder({ merchant_id: 'SHOP1' }) })),
  )
  await ontraport.waitFor(count, 30_000)
}

function rows() {
  return page.getByRole('table', { name: 'Transmissions, newest first' }).getByRole('link')
}

function viewOf(name: string) {
  const views = page.getByRole('navigation', { name: 'Views of the log' })
  return views.getByRole('link', { name, exact: true })
}

async function nameView(name: string): Promise<void> {
  const field = page.getByRole('dialog').getByRole('textbox', { name: 'Name' })
  await tabTo(field)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await viewOf(name).waitFor()
}

async function choose(view: string, deed: string): Promise<void> {
  await press(page.getByRole('button', { name: `Change ${view}` }))
  const item = page.getByRole('menuitem', { name: deed })
  await item.waitFor()
  while (!(await item.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

async function press(target: Parameters<typeof tabTo>[0]): Promise<void> {
  await tabTo(target)
  await page.keyboard.press('Enter')
}
