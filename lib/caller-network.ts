import ipaddr from 'ipaddr.js'
import type { RateLimiterMemory } from 'rate-limiter-flexible'

/** The network that an address counts as: whoever has one IPv6 address has 2^64 of them. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv6'
    ? ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString()
    : parsed.toString()
}

/** Whether a caller is on this machine, however its address is written. */
export function isOfThisMachine(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback'
}

/** Counts one more for this key; false when it has had its share. What is refused counts, too. */
export async function hasShare(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  const spent = await limiter.penalty(key)
  return spent.consumedPoints <= limiter.points
}
