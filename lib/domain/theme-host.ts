import { isOneLine } from './one-line.ts'

export type HostReading = { kind: 'host'; host: string } | { kind: 'invalid'; reason: string }

/**
 * The host name in what a person pasted for a theme: the name itself, a whole
 * address, or a whole `<img>` tag. Any public host name will do, since ONTRAPORT
 * accounts can have names of their own; what is none is refused with a sentence.
 */
export function readThemeHost(pasted: string): HostReading {
  const address = takeAddress(pasted.trim())
  const scheme = schemeOf(address)
  const fault = faultOfAddress(address, scheme)
  if (fault !== null) return invalid(fault)
  const authority = takeAuthority(scheme === undefined ? address : address.slice(scheme.length + 1))
  return readAuthority(authority)
}

/** ONTRAPORT hands out an `<img>` tag; its address is what counts. */
function takeAddress(text: string): string {
  return text.startsWith('<') ? (/\ssrc\s*=\s*["']?([^"'\s>]*)/i.exec(text)?.[1] ?? '') : text
}

/** What stands before the colon, unless a port stands behind it. */
function schemeOf(address: string): string | undefined {
  const [, name, rest = ''] = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(address) ?? []
  return /^\d*(?:[/?#\\](?![/\\])|$)/.test(rest) ? undefined : name?.toLowerCase()
}

function faultOfAddress(address: string, scheme: string | undefined): string | null {
  if (address === '') return 'Enter the host name, such as myaccount.ontraport.com.'
  if (!isOneLine(address))
    return 'The host name has a line break or another control character in it.'
  if (/\s/.test(address)) return 'The host name has a space in it.'
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https')
    return `An address that begins with ${scheme}: cannot be a tracking pixel; it must begin with https:// or be the host name alone.`
  return null
}

function takeAuthority(rest: string): string {
  const [authority = ''] = rest.replace(/^[/\\]{2}/, '').split(/[/?#\\]/, 1)
  return authority
}

function readAuthority(authority: string): HostReading {
  if (authority.includes('@'))
    return invalid('The address has a user name in front of the host; leave that out.')
  if (authority.includes('[') || authority.split(':').length > 2) return invalid(NO_IP)
  if (authority.includes(':'))
    return invalid('The host name has a port behind it; a tracking pixel has none.')
  const host = toAsciiHost(authority.replace(/\.$/, ''))
  if (host === null) return invalid(NO_HOST)
  const fault = faultOfHost(host)
  return fault === null ? { kind: 'host', host } : invalid(fault)
}

const NO_IP = 'An IP address cannot be used; enter the host name, such as myaccount.ontraport.com.'
const NO_HOST =
  'This is no host name. It has letters, digits, dots and hyphens, such as myaccount.ontraport.com.'

/** Lower case, with names in other scripts in their ASCII form; `null` for what no browser would look up. */
function toAsciiHost(authority: string): string | null {
  const address = `http://${authority}/`
  if (authority === '' || authority.includes('%')) return null
  if (URL.canParse(address)) return new URL(address).hostname
  // A browser reads a last label of digits as an IP address, and this one is not even a right one.
  return /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/i.test(authority) ? '0.0.0.0' : null
}

function faultOfHost(host: string): string | null {
  const labels = host.split('.')
  // The parser has turned the decimal, octal and hexadecimal forms into this one.
  if (labels.length === 4 && labels.every((label) => /^\d{1,3}$/.test(label))) return NO_IP
  if (host.length > 253 || labels.some((label) => label.length > 63))
    return 'The host name is too long: 253 characters at most, and 63 between two dots.'
  if (!labels.every((label) => /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(label))) return NO_HOST
  if (labels.length === 1)
    return `"${host}" alone is not enough: enter the whole host name, such as ${host}.ontraport.com.`
  return null
}

function invalid(reason: string): HostReading {
  return { kind: 'invalid', reason }
}
