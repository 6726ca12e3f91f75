import { lookup as lookupInDns } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { env } from '#lib/env.ts'
import { type AddressRange, isInRanges, isPublicAddress } from './address-ranges.ts'

export type OutboundGuard = {
  connectTimeoutMs: number
  /** The address that the operator set for this party; an IP address or `localhost` in it is allowed, for that host alone. */
  operatorUrl?: string
  /** Ranges that are allowed though they are not public; the operator's unless given. */
  allowedRanges?: readonly AddressRange[]
  /** How names become addresses. */
  lookup?: LookupFunction
}

/** A connection that was not made, since it would have left the public internet. */
export class AddressRefusedError extends Error {
  readonly code = 'ERR_ADDRESS_REFUSED'
  override readonly name = 'AddressRefusedError'

  constructor(host: string, address: string) {
    super(`${host} leads to ${address}, which is not an address of the public internet`)
  }
}

/**
 * Opens the sockets of all outbound calls. Every connection is checked where it
 * is made: an address in place of a name, every address that a name's lookup
 * gave (the connection is made to one of these, so no second lookup can differ),
 * and at last the one that the socket reached. Fails with `AddressRefusedError`.
 */
export function guardedConnector(guard: OutboundGuard): buildConnector.connector {
  const { connectTimeoutMs, lookup = lookupInDns } = guard
  const mayReach = judgeWith(guard)
  const connect = buildConnector({
    timeout: connectTimeoutMs,
    allowH2: false,
    lookup: checkedLookup(lookup, mayReach),
  })
  return (options, callback) => {
    const { hostname } = options
    if (isIP(hostname) !== 0 && !mayReach(hostname, hostname)) {
      callback(new AddressRefusedError(hostname, hostname), null)
      return
    }
    connect(options, (error, socket) => {
      if (error !== null) callback(error, null)
      else if (mayReach(hostname, socket.remoteAddress ?? '')) callback(null, socket)
      else {
        socket.destroy()
        callback(new AddressRefusedError(hostname, socket.remoteAddress ?? 'nowhere'), null)
      }
    })
  }
}

type MayReach = (host: string, address: string) => boolean

function judgeWith({ operatorUrl, allowedRanges }: OutboundGuard): MayReach {
  const ranges = allowedRanges ?? env.ALLOW_PRIVATE_ADDRESSES
  const operatorHost = operatorUrl === undefined ? null : hostOf(operatorUrl)
  return (host, address) =>
    isPublicAddress(address) ||
    isInRanges(address, ranges) ||
    (host === operatorHost && isOwn(host, address))
}

function isOwn(host: string, address: string): boolean {
  return host === 'localhost' ? address === '127.0.0.1' || address === '::1' : host === address
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^\[|\]$/g, '')
}

/** Hands on what `lookup` finds when all of it may be reached; an answer of mixed addresses is a trap. */
function checkedLookup(lookup: LookupFunction, mayReach: MayReach): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, found, family) => {
      const addresses =
        typeof found === 'string' ? [found] : (found ?? []).map((one) => one.address)
      const refused = addresses.find((address) => !mayReach(hostname, address))
      if (error !== null || refused === undefined) callback(error, found, family)
      else callback(new AddressRefusedError(hostname, refused), found, family)
    })
  }
}
