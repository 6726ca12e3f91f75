import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readEnv } from '#lib/env.ts'
import { sendMail } from '#lib/outbound/send-mail.ts'
import { readSender, readSmtpUrl, type SmtpServer } from '#lib/outbound/smtp-server.ts'
import { writeMail } from '#lib/outbound/write-mail.ts'
import { type SmtpStandIn, startSmtp } from '#tests/support/smtp-stand-in.ts'

let smtp: SmtpStandIn
beforeAll(async () => {
  smtp = await startSmtp()
})
beforeEach(() => {
  smtp.judge(() => null)
  smtp.received.length = 0
  smtp.said.length = 0
})
afterAll(() => smtp.close())

const MESSAGE = {
  headline: 'Two messages failed',
  paragraphs: ['Concerned: <DEMO-1> & "DEMO-2".'],
  next: 'Open the log.',
  path: '/log?status=failed&x=1',
}
const LETTERHEAD = { storeName: 'Demo Store', appUrl: 'https://relay.example.com' }
const MAIL = writeMail('ann@example.com', MESSAGE, LETTERHEAD)
const FROM = { name: 'Relay, the <one>', address: 'relay@example.com' }

function send(mail = MAIL, given: Partial<SmtpServer> = {}) {
  const server = readSmtpUrl(smtp.url)
  if (server === null) throw new Error('The address of the stand-in cannot be read.')
  return sendMail(mail, { server: { ...server, ...given }, from: FROM })
}

test('a mail arrives with both parts, for one recipient', async () => {
  expect(await send()).toEqual({
    isSent: true,
    isFinal: true,
    answer: 'The mail server took it: 250 2.0.0 Ok: queued as 4711',
  })
  const [mail] = smtp.received
  expect(mail).toMatchObject({ from: 'relay@example.com', to: ['ann@example.com'], login: null })
  expect(mail?.headers).toMatchObject({
    subject: '[Demo Store] Two messages failed',
    to: 'ann@example.com',
    from: '"Relay, the <one>" <relay@example.com>',
    'auto-submitted': 'auto-generated',
  })
  const source = mail?.text ?? ''
  expect(source).toContain('https://relay.example.com/log?status=failed&x=1')
  expect(source).toContain('Concerned: <DEMO-1> & "DEMO-2".')
  expect(source).toContain('Concerned: &#60;DEMO-1&#62; &#38; &#34;DEMO-2&#34;.')
})

test('neither a store’s name nor a headline can add a header', async () => {
  const evil = 'x\r\nBcc: all@example.com\r\n\r\nboo\u2028Cc: b@example.com'
  const mail = writeMail(
    'ann@example.com',
    { ...MESSAGE, headline: evil },
    { ...LETTERHEAD, storeName: evil },
  )
  await send(mail)
  expect(smtp.received[0]?.to).toEqual(['ann@example.com'])
  expect(Object.keys(smtp.received[0]?.headers ?? {})).not.toContain('bcc')
  expect(Object.keys(smtp.received[0]?.headers ?? {})).not.toContain('cc')
  expect(smtp.said.filter((line) => line.startsWith('RCPT'))).toHaveLength(1)
})

describe('what the server answers is told in words', () => {
  test('a recipient that it does not know is final', async () => {
    smtp.judge((line) => (line.startsWith('RCPT') ? '550 5.1.1 No such user here' : null))
    expect(await send()).toMatchObject({ isSent: false, isFinal: true })
    expect((await send()).answer).toContain('550 5.1.1 No such user here')
  })

  test('busy is not', async () => {
    smtp.judge((line) => (line === '.' ? '451 4.3.0 Try again later' : null))
    expect(await send()).toMatchObject({
      isSent: false,
      isFinal: false,
      answer: expect.stringContaining('451 4.3.0 Try again later'),
    })
  })

  test('a login that it does not take, without the password that it repeats', async () => {
    const login = { user: 'relay', password: 'a mail password 4711' }
    const plain = Buffer.from(`\0${login.user}\0${login.password}`).toString('base64')
    smtp.judge((line) =>
      line.startsWith('AUTH') ? `535 5.7.8 ${plain} is ${login.password}, which is wrong` : null,
    )
    const { answer } = await send(MAIL, { login })
    expect(answer).toContain('did not take the login: 535 5.7.8')
    expect(answer).not.toContain(login.password)
    expect(answer).not.toContain(plain)
  })

  test('nobody there', async () => {
    const closed = await startSmtp()
    await closed.close()
    const { answer, isFinal } = await send(MAIL, { port: closed.port })
    expect(answer).toMatch(/^No connection to the mail server 127\.0\.0\.1:\d+ could be made/)
    expect(isFinal).toBe(false)
  })
})

test('where encryption is required and not to be had, neither login nor mail leaves', async () => {
  const login = { user: 'relay', password: 'a mail password 4711' }
  const { isSent, answer } = await send(MAIL, { login, isTlsRequired: true })
  expect(isSent).toBe(false)
  expect(answer).toContain('as secure as it has to be')
  expect(smtp.said.some((line) => /^(AUTH|MAIL)/.test(line))).toBe(false)
})

describe('the operator’s setting', () => {
  test.each([
    ['smtps://u:p@mail.example.com', { port: 465, isImplicitTls: true, isTlsRequired: true }],
    ['smtp://u:p@mail.example.com', { port: 587, isImplicitTls: false, isTlsRequired: true }],
    ['smtp://mail.lan:25', { port: 25, isTlsRequired: false, login: null }],
    ['smtp://u:p@127.0.0.1:1025', { host: '127.0.0.1', isTlsRequired: false }],
    ['smtp://u%40x:p%3Ap@[::1]:25', { host: '::1', login: { user: 'u@x', password: 'p:p' } }],
  ])('%s', (url, expected) => {
    expect(readSmtpUrl(url)).toMatchObject(expected)
  })

  test.each([
    'mail.example.com',
    'http://mail.example.com',
    'smtp://',
    'smtp://mail.example.com/path',
    'smtp://mail.example.com?pool=true',
    'smtp://:p@mail.example.com',
    'smtp://u@mail.example.com',
    'smtp://u%0d%0a:p@mail.example.com',
    'smtp://u%:p@mail.example.com',
  ])('%s is none', (url) => {
    expect(readSmtpUrl(url)).toBeNull()
  })

  test('the sender is one address with or without a name', () => {
    expect(readSender('relay@example.com')).toEqual({ name: '', address: 'relay@example.com' })
    expect(readSender('"The Relay" <relay@example.com>')).toEqual({
      name: 'The Relay',
      address: 'relay@example.com',
    })
    expect(readSender('a@example.com, b@example.com')).toBeNull()
  })

  test('what is wrong is said at the start, without the password', () => {
    expect(() => readEnv({ SMTP_URL: 'smtp://u:geheim@x/y', MAIL_FROM: 'a@example.com' })).toThrow(
      /SMTP_URL must be smtps:/,
    )
    expect(() => readEnv({ SMTP_URL: 'smtp://u:geheim@x/y' })).not.toThrow(/geheim/)
    expect(() => readEnv({ SMTP_URL: 'smtp://mail.lan' })).toThrow(/MAIL_FROM must be, too/)
    expect(() => readEnv({ MAIL_FROM: 'nobody' })).toThrow(/MAIL_FROM must be one mail address/)
    expect(readEnv({})).not.toHaveProperty('SMTP_URL')
  })
})
