import { expect, test } from 'vitest'
import { startOntraport } from '#tests/support/ontraport-stand-in.ts'
import { openProduct, untilEnd } from '#tests/support/open-product.ts'

const ontraport = await untilEnd(startOntraport())
const { product, page, watched } = await openProduct({ ONTRAPORT_URL: ontraport.url })

test('a merchant begins in the sandbox, fills it with a sample store, tries a rule, and goes live', async () => {
  await beginInTheSandbox()
  await fillWithASampleStore()
  await readWhatWasReceived()
  await tryARule()
  await goLive()
  expect(ontraport.received).toEqual([])
  watched.expectSilence()
})

async function beginInTheSandbox(): Promise<void> {
  await page.goto(await product.setupLink())
  await page.getByLabel('Email').fill('amy@example.com')
  await page.getByLabel('Password', { exact: true }).fill('four words do well')
  await page.getByLabel('UltraCart merchant id').fill('SHOP1')
  await page.getByLabel('Store name').fill('Tea House')
  await page.getByLabel('Begin in the sandbox').check()
  await page.getByRole('button', { name: 'Set up and sign in' }).click()
  await page.getByRole('link', { name: 'Open the sandbox' }).waitFor()
}

async function fillWithASampleStore(): Promise<void> {
  // A click before the page has come to life would be lost.
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'Fill with a sample store' }).click()
  await page.getByText('The sample store has reported').waitFor()
  await page.goto(`${product.url}/log?status=held`)
  await page.getByText('Why does ONTRAPORT get no customer for these orders?').first().waitFor()
  await page.getByText('Waiting for payment: the order is in Fraud Review').waitFor()
}

async function readWhatWasReceived(): Promise<void> {
  await page.goto(`${product.url}/integration#sandbox`)
  await page
    .getByText(/^Auto order SMPL\d+: cancelled download$/)
    .first()
    .click()
  await page.getByText('<status>').locator('visible=true').first().waitFor()
  await page.getByText('Answered: The sandbox took the message').locator('visible=true').waitFor()
}

async function tryARule(): Promise<void> {
  // And so would a choice.
  await page.waitForLoadState('networkidle')
  await page.getByLabel('Test orders', { exact: true }).selectOption('send')
  await page.getByText(/^Of the last \d+ orders, 1 would be sent instead of skipped\.$/).waitFor()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Rule saved').waitFor()
  await page.getByText('count as sales in ONTRAPORT').waitFor()
}

async function goLive(): Promise<void> {
  await page.getByRole('button', { name: 'Go live…' }).click()
  await page.getByText('the start date becomes now').waitFor()
  await page.getByRole('button', { name: 'Go live', exact: true }).click()
  await page.getByRole('button', { name: 'Enter the sandbox…' }).waitFor()
  await page.goto(`${product.url}/log`)
  await page.getByText('The sandbox was left before this was sent').first().waitFor()
  expect(await page.getByText('Sandbox', { exact: true }).count()).toBeGreaterThan(10)
}
