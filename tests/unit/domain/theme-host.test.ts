import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readThemeKey } from '#lib/domain/theme.ts'
import { readThemeHost } from '#lib/domain/theme-host.ts'

const hostOf = (pasted: string) => {
  const reading = readThemeHost(pasted)
  return reading.kind === 'host' ? reading.host : reading.reason
}

describe('what is pasted is cleaned to its host', () => {
  test.each([
    ['acme.ontraport.com', 'acme.ontraport.com'],
    ['  ACME.OntraPort.com\n', 'acme.ontraport.com'],
    ['acme.ontraport.com.', 'acme.ontraport.com'],
    ['https://acme.ontraport.com/p?order_id=1&email=a', 'acme.ontraport.com'],
    ['http://acme.ontraport.com', 'acme.ontraport.com'],
    ['HTTPS://acme.ontraport.com#top', 'acme.ontraport.com'],
    ['//acme.ontraport.com/p', 'acme.ontraport.com'],
    ['acme.ontraport.com/p?item_id_1=:8', 'acme.ontraport.com'],
    ['acme.ontraport.net?x=1', 'acme.ontraport.net'],
    ['partners.shop.example', 'partners.shop.example'],
    ['ontraport.ontraport.com', 'ontraport.ontraport.com'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['https://商店.example/p', 'xn--czrs0t.example'],
    [
      '<img width="1" src="https://acme.ontraport.com/p?order_id=7&amp;E-Mail=x" alt="">',
      'acme.ontraport.com',
    ],
    ["<img src='//acme.ontraport.com/p'>", 'acme.ontraport.com'],
  ])('%j', (pasted, host) => {
    expect(readThemeHost(pasted)).toEqual({ kind: 'host', host })
  })

  test('a host that was read is read again as itself', () => {
    fc.assert(
      fc.property(fc.domain(), (domain) => {
        expect(hostOf(hostOf(`https://${domain}/p?a=b`))).toBe(domain.toLowerCase())
      }),
    )
  })
})

describe('what is no public host name is refused with words', () => {
  test.each([
    ['', 'Enter the host name'],
    ['<img alt="">', 'Enter the host name'],
    ['ftp://acme.ontraport.com/p', 'begins with ftp:'],
    ['javascript:alert(1)', 'begins with javascript:'],
    ['data:text/html,x', 'begins with data:'],
    ['mailto:a@example.com', 'begins with mailto:'],
    ['acme.ontraport.com:443', 'port'],
    ['https://acme.ontraport.com:8443/p', 'port'],
    ['https://acme.ontraport.com:/p', 'port'],
    ['acme .ontraport.com', 'space'],
    ['acme\u00a0x.ontraport.com', 'space'],
    ['acme\u0000.ontraport.com', 'control character'],
    ['acme\r\n.ontraport.com', 'control character'],
    ['127.0.0.1', 'IP address'],
    ['http://192.0.2.7/p', 'IP address'],
    ['2130706433', 'IP address'],
    ['0x7f.1', 'IP address'],
    ['0177.0.0.1', 'IP address'],
    ['１２７.0.0.1', 'IP address'],
    ['999.1.1.1', 'IP address'],
    ['https://[::1]/p', 'IP address'],
    ['2001:db8::1', 'IP address'],
    ['https://user:pw@acme.ontraport.com', 'user name'],
    ['evil@acme.ontraport.com', 'user name'],
    ['acme', 'acme.ontraport.com'],
    ['localhost', 'not enough'],
    ['acme%2eontraport.com', 'no host name'],
    ['-acme.ontraport.com', 'no host name'],
    ['ac_me.ontraport.com', 'no host name'],
    ['acme..com', 'no host name'],
    ['.', 'no host name'],
    ['https://', 'no host name'],
    [`${'a'.repeat(64)}.com`, 'too long'],
    [`${'a.'.repeat(130)}com`, 'too long'],
  ])('%j', (pasted, words) => {
    const reading = readThemeHost(pasted)
    expect(reading).toMatchObject({ kind: 'invalid', reason: expect.stringContaining(words) })
  })

  test('whatever is pasted, only a plain host name comes out', { timeout: 20_000 }, () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.domain(), fc.ipV4Extended()),
        (any) => {
          const reading = readThemeHost(any)
          if (reading.kind === 'invalid') {
            expect(reading.reason).not.toBe('')
            return
          }
          expect(reading.host).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
          expect(new URL(`https://${reading.host}/p`).host).toBe(reading.host)
          expect(reading.host).not.toMatch(/^[\d.]+$/)
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('a theme is named by its code, its host or "default"', () => {
  test.each([
    ['dflt', 'DFLT'],
    [' DFLT ', 'DFLT'],
    ['Default', 'default'],
    ['Shop.Example.com', 'shop.example.com'],
    ['https://shop.example.com/cart', 'shop.example.com'],
  ])('%j', (given, key) => {
    expect(readThemeKey(given)).toEqual({ kind: 'key', key })
  })

  test.each(['', 'a b', 'shop.example.com:80', 'x'.repeat(21), '10.0.0.1'])('not %j', (given) => {
    expect(readThemeKey(given).kind).toBe('invalid')
  })
})
