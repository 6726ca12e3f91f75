import { checkMailAddress } from '#lib/domain/alert-channel.ts'
import { isOneLine } from '#lib/domain/one-line.ts'

/** The mail server that the operator chose; it may be on a private network. */
export type SmtpServer = {
  host: string
  port: number
  /** TLS from the first byte; otherwise it is asked for with STARTTLS. */
  isImplicitTls: boolean
  /** Without TLS nothing is sent. */
  isTlsRequired: boolean
  login: { user: string; password: string } | null
}

export type Sender = { name: string; address: string }

/**
 * Reads `smtps://user:password@host:465` or `smtp://host:587`; `null` when it is
 * neither. Encryption is required unless the server is on this machine, or it is
 * `smtp://` without a login.
 */
export function readSmtpUrl(text: string): SmtpServer | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') return null
  if (url.search !== '' || url.hash !== '' || !/^\/?$/.test(url.pathname)) return null
  const login = readLogin(url)
  if (login === 'unreadable') return null
  const isImplicitTls = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return {
    host,
    port: url.port === '' ? (isImplicitTls ? 465 : 587) : Number(url.port),
    isImplicitTls,
    isTlsRequired: isImplicitTls || (login !== null && !isLoopback(host)),
    login,
  }
}

function readLogin({ username, password }: URL): SmtpServer['login'] | 'unreadable' {
  if (username === '' && password === '') return null
  try {
    const login = { user: decodeURIComponent(username), password: decodeURIComponent(password) }
    const isWhole = login.user !== '' && login.password !== ''
    return isWhole && isOneLine(login.user + login.password) ? login : 'unreadable'
  } catch {
    return 'unreadable'
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** Reads `relay@example.com` or `Relay <relay@example.com>`; `null` when it is neither. */
export function readSender(text: string): Sender | null {
  const [, name = '', framed] = /^([^<>]*)<([^<>]*)>$/.exec(text.trim()) ?? []
  const address = framed ?? text.trim()
  const tidyName = name.trim().replace(/^"(.*)"$/, '$1')
  return checkMailAddress(address) === null && isOneLine(tidyName)
    ? { name: tidyName, address }
    : null
}
