import { expect, test } from 'vitest'
import { openBrowser, openPage } from '#tests/support/browser.ts'
import { expectAccessible } from '#tests/support/expect-accessible.ts'
import { untilEnd } from '#tests/support/open-product.ts'

const browser = await untilEnd(openBrowser())
const { page } = await openPage(browser)

function show(body: string, title = '<title>A page</title>') {
  return page.setContent(
    `<html lang="en"><head>${title}</head><body><main><h1>A page</h1>${body}</main></body></html>`,
  )
}

test('a page in order passes', async () => {
  await show('<button style="width: 44px; height: 44px">Go</button>')
  await expectAccessible(page)
})

test('targets that are too small to hit, and too near, are found', async () => {
  const small = '<button style="width: 9px; height: 9px; padding: 0; border: 0">x</button>'
  await show(`<div style="display: flex">${small}${small}</div>`)
  await expect(expectAccessible(page)).rejects.toThrow('target-size')
})

test('words that are too pale to read are found', async () => {
  await show('<p style="color: #bbb; background: #fff">Hardly to be read</p>')
  await expect(expectAccessible(page)).rejects.toThrow('color-contrast')
})

test('what makes a narrow page scroll sideways is found', async () => {
  await show('<p style="width: 700px">Wide</p>')
  await expect(expectAccessible(page)).rejects.toThrow('360 px, light: 7')
})
