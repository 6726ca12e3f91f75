import type { Page } from 'playwright-core'
import { PUBLIC_URL } from '#tests/support/public-address.ts'
import type { Stage } from './stage.ts'

const PASSWORD = 'four words do well'

/** Makes this owner of the stage's store and gives a page on which they are signed in. */
export async function signInAsOwner(stage: Stage, email: string): Promise<Page> {
  await stage.addUser(email, 'owner', PASSWORD)
  const page = await stage.openPage()
  await page.goto(`${PUBLIC_URL}/sign-in`, { waitUntil: 'networkidle' })
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`${PUBLIC_URL}/`)
  return page
}
