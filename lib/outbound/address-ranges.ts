import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6

export type AddressRange = [start: Address, prefixLength: number]

/** Reads `10.1.0.0/16, 127.0.0.1, fd00::/8`; `null` when a part is neither an address nor a range. */
export function readAddressRanges(list: string): AddressRange[] | null {
  const parts = list.split(',').map((part) => part.trim())
  const ranges = parts.filter((part) => part !== '').map(readRange)
  return ranges.includes(null) ? null : ranges.filter((range) => range !== null)
}

function readRange(part: string): AddressRange | null {
  if (ipaddr.isValidCIDR(part)) return ipaddr.parseCIDR(part)
  if (!ipaddr.isValid(part)) return null
  const address = ipaddr.parse(part)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

/** Whether an address is in one of the ranges, also as the IPv4 address that an IPv6 one stands for. */
export function isInRanges(address: string, ranges: readonly AddressRange[]): boolean {
  const reached = unwrapAddress(address)
  return (
    reached !== null &&
    ranges.some(
      ([start, length]) => reached.kind() === start.kind() && reached.match(start, length),
    )
  )
}

/**
 * Whether an address belongs to the public internet: not private, loopback,
 * link-local (where clouds keep their metadata), multicast or reserved, be it
 * plain, mapped into IPv6, or behind NAT64 or 6to4. False for what is no address.
 */
export function isPublicAddress(address: string): boolean {
  const reached = unwrapAddress(address)
  if (reached === null || reached.range() !== 'unicast') return false
  return reached.kind() === 'ipv4' ? reached.toString() !== AZURE_HOST : isGlobal(reached)
}

/** Azure's own services for a virtual machine hide behind this one public address. */
const AZURE_HOST = '168.63.129.16'

/** Of IPv6 only 2000::/3 has been given out. */
function isGlobal(address: Address): boolean {
  return address.match(ipaddr.parse('2000::'), 3)
}

/** The address that a connection ends at: the IPv4 one within where IPv6 only carries it. `null` for what is no address. */
function unwrapAddress(address: string): Address | null {
  if (!ipaddr.isValid(address)) return null
  const parsed = ipaddr.parse(address)
  if (!(parsed instanceof ipaddr.IPv6)) return parsed
  const bytes = parsed.toByteArray()
  switch (parsed.range()) {
    case 'ipv4Mapped':
      return new ipaddr.IPv4(bytes.slice(12))
    case 'rfc6052':
      return parsed.match(ipaddr.parse('64:ff9b::'), 96) ? new ipaddr.IPv4(bytes.slice(12)) : parsed
    case '6to4':
      return new ipaddr.IPv4(bytes.slice(2, 6))
    default:
      return parsed
  }
}
