import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { env } from '#lib/env.ts'
import { readSmtpUrl } from '#lib/outbound/smtp-server.ts'
import { getInvitation } from '#lib/services/get-invitation.ts'
import { inviteMember } from '#lib/services/invite-member.ts'
import { accessOf, buildMerchant } from '#tests/support/build-merchant.ts'
import { dumpDatabase } from '#tests/support/dump-database.ts'
import { type SmtpStandIn, startSmtp } from '#tests/support/smtp-stand-in.ts'

let smtp: SmtpStandIn
let merchantId: string

beforeAll(async () => {
  smtp = await startSmtp()
})

beforeEach(async () => {
  merchantId = await buildMerchant()
  smtp.judge(() => null)
  smtp.received.length = 0
  const SMTP_URL = readSmtpUrl(smtp.url)
  Object.assign(env, { SMTP_URL, MAIL_FROM: { name: 'Relay', address: 'relay@example.com' } })
})

afterAll(() => smtp.close())

function invite(email = 'nia@example.com') {
  return inviteMember(accessOf(merchantId, 'owner'), { email, role: 'editor' })
}

test('an invitation is mailed to its address alone, with the link that is also shown', async () => {
  const { link, mail } = await invite()
  expect(mail).toEqual({ isSent: true, answer: expect.stringContaining('The mail server took it') })
  expect(smtp.received.map(({ to }) => to)).toEqual([['nia@example.com']])
  const [received] = smtp.received
  expect(received?.headers.subject).toContain(`You are invited to Store ${merchantId}`)
  expect(received?.text).toContain(link)
  expect(received?.text).toContain('owner@example.com entered your address')
})

test('the link of a mailed invitation is kept nowhere', async () => {
  const { link } = await invite()
  const token = new URL(link).searchParams.get('token') ?? ''
  expect(await getInvitation(token)).toMatchObject({ email: 'nia@example.com' })
  expect(await dumpDatabase()).not.toContain(token)
})

test('a mail that is refused leaves the link, and what the server said', async () => {
  smtp.judge((line) => (line.startsWith('RCPT') ? '550 no such box' : null))
  const { link, mail } = await invite()
  expect(link).toContain('/join?token=')
  expect(mail).toEqual({ isSent: false, answer: expect.stringContaining('550 no such box') })
})

test('without a mail server there is the link alone', async () => {
  Object.assign(env, { SMTP_URL: undefined })
  expect((await invite()).mail).toBeNull()
})

test('a store mails thirty invitations a day and no more', async () => {
  for (let count = 0; count < 30; count += 1) await invite()
  expect(smtp.received).toHaveLength(30)
  expect((await invite()).mail).toMatchObject({ isSent: false })
  expect(smtp.received).toHaveLength(30)
})
