import { describe, expect, test } from 'vitest'
import { isInRanges, isPublicAddress, readAddressRanges } from '#lib/outbound/address-ranges.ts'

describe('an address of the public internet', () => {
  test.each([
    ['plain', '8.8.8.8'],
    ['plain', '2606:4700::6810:1'],
    ['mapped into IPv6', '::ffff:8.8.8.8'],
    ['behind NAT64', '64:ff9b::808:808'],
    ['behind 6to4', '2002:808:808::1'],
  ])('%s: %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

describe('no address of the public internet', () => {
  test.each([
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['loopback', '::1'],
    ['loopback, decimal', '2130706433'],
    ['loopback, hexadecimal', '0x7f.1'],
    ['loopback, octal', '0177.0.0.1'],
    ['loopback, mapped', '::ffff:127.0.0.1'],
    ['loopback, mapped, in hexadecimal', '::ffff:7f00:1'],
    ['loopback, translated', '::ffff:0:127.0.0.1'],
    ['loopback, compatible', '::127.0.0.1'],
    ['loopback, NAT64', '64:ff9b::7f00:1'],
    ['loopback, 6to4', '2002:7f00:1::'],
    ['private', '10.0.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['private, NAT64', '64:ff9b::a00:1'],
    ['private, 6to4', '2002:c0a8:101::1'],
    ['private, shared by a carrier', '100.64.0.1'],
    ['private, IPv6', 'fd12:3456::1'],
    ['site-local', 'fec0::1'],
    ['link-local', '169.254.1.1'],
    ['link-local', 'fe80::1'],
    ['link-local, with a zone', 'fe80::1%eth0'],
    ['metadata', '169.254.169.254'],
    ['metadata, mapped', '::ffff:169.254.169.254'],
    ['metadata, Amazon IPv6', 'fd00:ec2::254'],
    ['metadata, Alibaba', '100.100.100.200'],
    ['metadata, Azure', '168.63.129.16'],
    ['metadata, Azure, mapped', '::ffff:168.63.129.16'],
    ['any', '0.0.0.0'],
    ['any', '::'],
    ['this network', '0.1.2.3'],
    ['multicast', '224.0.0.1'],
    ['multicast', 'ff02::1'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['documentation', '203.0.113.1'],
    ['documentation', '2001:db8::1'],
    ['benchmarking', '198.18.0.1'],
    ['Teredo', '2001:0:1::1'],
    ['NAT64 of one network', '64:ff9b:1::808:808'],
    ['not given out', '4000::1'],
    ['no address', 'localhost'],
    ['no address', ''],
  ])('%s: %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('ranges that the operator allows', () => {
  test.each([
    ['10.0.0.0/8', '10.200.3.4', true],
    ['10.0.0.0/8', '11.0.0.1', false],
    ['10.0.0.0/8', '::ffff:10.0.0.1', true],
    ['127.0.0.1', '127.0.0.1', true],
    ['127.0.0.1', '127.0.0.2', false],
    [' fd00::/8 , 192.168.7.7', 'fd12::1', true],
    ['fd00::/8,192.168.7.7', '192.168.7.7', true],
    ['', '10.0.0.1', false],
  ])('%s and %s: %s', (list, address, isIn) => {
    expect(isInRanges(address, readAddressRanges(list) ?? [])).toBe(isIn)
  })

  test.each(['10.0.0.0/40', 'localhost', '10.0.0.1,yes'])('"%s" is no list of ranges', (list) => {
    expect(readAddressRanges(list)).toBeNull()
  })
})
