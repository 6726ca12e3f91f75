import type { Page } from 'playwright-core'
import { INVITATION_TEXTS } from '#components/texts/members.ts'
import { PUBLIC_URL } from '#tests/support/public-address.ts'

/** Invites somebody, as an owner does, and gives the path of the link that leads them in. */
export async function invite(page: Page, email: string): Promise<string> {
  const { button, email: label, submit } = INVITATION_TEXTS.invite
  await page.goto(`${PUBLIC_URL}/settings/members`, { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: button }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(label).fill(email)
  await dialog.getByRole('button', { name: submit }).click()
  const link = await dialog.getByText(`${PUBLIC_URL}/join`).first().textContent()
  return String(link).replace(PUBLIC_URL, '')
}
