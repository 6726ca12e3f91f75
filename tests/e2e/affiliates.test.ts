import { expect, test } from 'vitest'
import { copiedText } from '#tests/support/copied-text.ts'
import { startOntraport } from '#tests/support/ontraport-stand-in.ts'
import { openProduct, untilEnd } from '#tests/support/open-product.ts'
import { enterKey, signUp } from '#tests/support/sign-up.ts'

const ontraport = await untilEnd(startOntraport())
const { product, page, watched } = await openProduct({ ONTRAPORT_URL: ontraport.url })

test('affiliates come from a list, after a preview, and from a form', async () => {
  await setUp()
  await page.getByRole('link', { name: 'Affiliates', exact: true }).click()
  await page.getByText('No affiliates yet').waitFor()
  await previewList()
  await importList()
  await postApproval()
  watched.expectSilence()
})

async function setUp(): Promise<void> {
  await signUp(page, product)
  await enterKey(page, 'fresh-key-0001')
  ontraport.received.length = 0
}

const LIST = `Affiliate ID;Status;E-mail;First name;Last name
204931;Inactive;anais@example.com;Anaïs;D’Almeida
204932;Active;;Bo;Tan
x;Active;;;
`

async function previewList(): Promise<void> {
  await page.getByRole('button', { name: 'Upload CSV' }).click()
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) })
  const preview = page.getByRole('dialog')
  await preview.getByText('2 new').waitFor()
  await preview.getByText('1 faulty').waitFor()
  await preview.getByText('Affiliate ID is not a whole number above 0').waitFor()
  await preview.getByText('Told to ONTRAPORT as a new affiliate').waitFor()
  expect(ontraport.received).toEqual([])
}

async function importList(): Promise<void> {
  await page.getByRole('button', { name: 'Take in 2' }).click()
  // Its preview shows the same rows until it has closed.
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  const [message] = await ontraport.waitFor(1)
  expect(message?.body).toContain('<AffiliateId>204931</AffiliateId>')
  await page.getByRole('row', { name: /204931.*Anaïs D’Almeida.*Not approved/ }).waitFor()
  await page.getByRole('row', { name: /204932.*Bo Tan.*Skipped/ }).waitFor()
}

/** With the example that the page hands out and the password of the Integration page. */
async function postApproval(): Promise<void> {
  const example = await copiedText(page.getByRole('button', { name: 'Copy the example' }))
  await page.getByRole('link', { name: 'Integration', exact: true }).click()
  const password = await copiedText(page.getByRole('button', { name: 'Copy password' }))
  const [, user = ''] = /--user '([^:]+):/.exec(example) ?? []
  const [, body = ''] = /--data '([\s\S]*?)' \\/.exec(example) ?? []
  const [, url = ''] = /'(http[^']+)'$/.exec(example) ?? []
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` },
    body,
  })
  expect([response.status, await response.json()]).toEqual([
    200,
    { accepted: 1, unchanged: 0, ignored: 0 },
  ])
  const [, message] = await ontraport.waitFor(2)
  expect(message?.body).toContain('<AffiliateApproved>True</AffiliateApproved>')
  await page.getByRole('link', { name: 'Affiliates', exact: true }).click()
  await page.getByRole('row', { name: /204931.*Approved/ }).waitFor()
}
