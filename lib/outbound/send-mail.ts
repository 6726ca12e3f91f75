import { setTimeout as wait } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import type { Sender, SmtpServer } from './smtp-server.ts'

/** One mail to one recipient, whose address has been checked. */
export type Mail = { to: string; subject: string; text: string; html: string }

/** What came of a message to people. `isFinal`: trying it again as it is would lead to the same. */
export type SentMessage = { isSent: boolean; isFinal: boolean; answer: string }

/** What sends mails: the operator's server, and whom they come from. */
export type MailSetting = { server: SmtpServer; from: Sender }

const CONNECT_TIMEOUT_MS = 8_000
const SOCKET_TIMEOUT_MS = 12_000
const TOTAL_TIMEOUT_MS = 20_000

/**
 * Hands one mail to the operator's mail server and says what it answered; what
 * the network or the server does is never thrown. The recipient stands alone in
 * an address that was checked, never in a list, and no line of the subject or
 * of a name can begin a header of its own. The server may be at a private
 * address, since the operator chose it.
 */
export async function sendMail(mail: Mail, setting: MailSetting): Promise<SentMessage> {
  const { server } = setting
  const late = sentence({ code: 'ETIMEDOUT', said: '' }, server)
  const giveUp = new AbortController()
  try {
    return await Promise.race([
      hand(mail, setting),
      wait(
        TOTAL_TIMEOUT_MS,
        { isSent: false, isFinal: false, answer: late },
        { signal: giveUp.signal },
      ),
    ])
  } catch (error) {
    return explain(error, server)
  } finally {
    giveUp.abort()
  }
}

async function hand(mail: Mail, { server, from }: MailSetting): Promise<SentMessage> {
  const { response } = await createTransport(toOptions(server)).sendMail({
    from,
    to: { name: '', address: mail.to },
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
  return { isSent: true, isFinal: true, answer: `The mail server took it: ${cut(response)}` }
}

function toOptions({ host, port, isImplicitTls, isTlsRequired, login }: SmtpServer) {
  return {
    host,
    port,
    secure: isImplicitTls,
    requireTLS: isTlsRequired,
    // Encryption that nobody insists on is better than none, whoever signed its certificate.
    tls: { rejectUnauthorized: isTlsRequired },
    ...(login === null ? {} : { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SOCKET_TIMEOUT_MS,
    dnsTimeout: CONNECT_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** Control characters become blanks: a header ends where its line ends. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .toWellFormed()
    .trim()
}

function explain(error: unknown, server: SmtpServer): SentMessage {
  const code = isInsecure(error) ? 'ETLS' : read(error, 'code')
  const status = Number(read(error, 'responseCode'))
  const said = redact(read(error, 'response'), server)
  const isFinal = status >= 550 && status < 560
  return { isSent: false, isFinal, answer: sentence({ code, said }, server) }
}

function sentence({ code, said }: { code: string; said: string }, server: SmtpServer): string {
  const where = `${server.host}:${server.port}`
  if (code === 'EAUTH') return `The mail server ${where} did not take the login: ${said}`
  if (code === 'ETLS')
    return `No connection to the mail server ${where} could be made that is as secure as it has to be.`
  if (said !== '') return `The mail server ${where} refused it: ${said}`
  if (code === 'EDNS') return `The name of the mail server ${server.host} could not be found.`
  if (code === 'ETIMEDOUT') return `The mail server ${where} did not answer in time.`
  return `No connection to the mail server ${where} could be made${code === '' ? '' : ` (${code})`}.`
}

/** nodemailer gives a refused connection and a refused certificate the same code. */
function isInsecure(error: unknown): boolean {
  return error instanceof Error && /certificate|\b(TLS|SSL)\b/i.test(error.message)
}

/** Some servers repeat what they were given. */
function redact(said: string, { login }: SmtpServer): string {
  if (login === null) return cut(said)
  const { user, password } = login
  const spellings = [password, encode(password), encode(`\0${user}\0${password}`)]
  return cut(spellings.reduce((text, secret) => text.replaceAll(secret, '••••'), said))
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64')
}

function cut(said: string): string {
  return oneLine(said).slice(0, 200)
}

function read(error: unknown, name: 'code' | 'responseCode' | 'response'): string {
  const value = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
