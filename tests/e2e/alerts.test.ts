import { expect, test } from 'vitest'
import { anOrder } from '#tests/support/build-order.ts'
import { expectAccessible } from '#tests/support/expect-accessible.ts'
import { startHook } from '#tests/support/hook-stand-in.ts'
import { startOntraport } from '#tests/support/ontraport-stand-in.ts'
import { openProduct, untilEnd } from '#tests/support/open-product.ts'
import { enterKey, signUp, webhookOf } from '#tests/support/sign-up.ts'
import { startSmtp } from '#tests/support/smtp-stand-in.ts'

const ontraport = await untilEnd(startOntraport())
const smtp = await untilEnd(startSmtp())
const hook = await untilEnd(startHook())
const { product, page, watched } = await openProduct({
  ONTRAPORT_URL: ontraport.url,
  ALLOW_PRIVATE_ADDRESSES: '127.0.0.1',
  SMTP_URL: smtp.url,
  MAIL_FROM: 'Relay <relay@example.com>',
})

test('an owner has a mail address and a chat told, by keyboard, tests both, and is told of what fails', async () => {
  await signUp(page, product)
  await failOneOrder()
  await openAlerts()
  await addMail()
  await sendTest()
  await beTold()
  await addChat()
  await removeMail()
  watched.expectSilence()
})

async function failOneOrder(): Promise<void> {
  await enterKey(page, 'k-3f9a-test-key-7781')
  const deliver = await webhookOf(page)
  ontraport.respond({ kind: 'status', status: 400 })
  const order = { merchant_id: 'SHOP1', order_id: 'SHOP1-1' }
  await deliver([{ order_create: anOrder(order) }])
  await ontraport.waitFor(2)
}

async function openAlerts(): Promise<void> {
  await page.goto(`${product.url}/settings`)
  await page.getByRole('link', { name: 'Alerts', exact: true }).press('Enter')
  await page.getByText('Nobody is told yet').waitFor()
  await page.getByText('No alert yet').waitFor()
  await expectAccessible(page)
}

async function addMail(): Promise<void> {
  await page.getByRole('button', { name: 'Add a mail address' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Mail address').fill('Ann <ann@example.com>')
  await page.keyboard.press('Enter')
  await dialog.getByText('Enter one mail address').waitFor()
  await dialog.getByLabel('Mail address').fill('ann@example.com')
  await dialog.getByLabel('A digest every day').press('Space')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  await page.getByRole('cell', { name: 'Mail ann@example.com' }).waitFor()
  await page.getByRole('cell', { name: 'turning bad, recovery, silence, daily digest' }).waitFor()
}

async function sendTest(): Promise<void> {
  await page.getByRole('button', { name: 'Send a test to ann@example.com' }).press('Enter')
  await page.getByText('The mail server took it: 250 2.0.0 Ok: queued as 4711').waitFor()
}

async function beTold(): Promise<void> {
  const subjects = () => smtp.received.map(({ headers }) => headers.subject)
  await expect
    .poll(subjects, { timeout: 30_000 })
    .toContain('[Tea House] 1 message to ONTRAPORT failed for good')
  await page.reload()
  const table = page.getByRole('table', { name: 'Latest alerts, newest first' })
  await table.getByText('1 message to ONTRAPORT failed for good').waitFor()
  await table.getByText('Taken').waitFor()
}

async function addChat(): Promise<void> {
  await page.getByRole('button', { name: 'Add a chat' }).press('Enter')
  const dialog = page.getByRole('dialog')
  const address = `${hook.url}/services/T0/B0/secret-part-x9`
  await dialog.getByLabel('Address of the incoming webhook').fill(address)
  await page.keyboard.press('Enter')
  await page.getByRole('cell', { name: /^Chat 127\.0\.0\.1:\d+\/…t-x9/ }).waitFor()
  expect(await page.content()).not.toContain('secret-part')
  await page.getByRole('button', { name: /^Send a test to 127/ }).press('Enter')
  await page.getByText('The webhook took it: HTTP 200, ok').waitFor()
  await page.getByLabel('Sent at').selectOption('07:00')
  await page.getByText('The digest is sent at 07:00').waitFor()
  await expectAccessible(page)
}

async function removeMail(): Promise<void> {
  await page.getByRole('button', { name: 'Remove ann@example.com' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Remove' }).press('Enter')
  await page.getByText('ann@example.com is removed').waitFor()
  const button = page.getByRole('button', { name: 'Remove ann@example.com' })
  await button.waitFor({ state: 'detached' })
}
