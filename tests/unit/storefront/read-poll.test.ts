import { describe, expect, test } from 'vitest'
import { isUnchanged, readFeedKeys, readSince } from '#lib/storefront/read-poll.ts'

describe('the keys of a poll', () => {
  const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`
  test.each([
    ['one in the address', 'k1', null, ['k1']],
    ['the Basic password, and the user', null, basic('any:k:2'), ['k:2', 'any']],
    ['the Basic user alone', '', basic('k4:'), ['k4']],
    ['both, when both are there', 'k1', basic(':k2'), ['k1', 'k2']],
    ['none in another scheme', null, 'Bearer k3', []],
    ['none in an empty pair', '', basic(':'), []],
  ])('%s', (_name, key, authorization, keys) => {
    expect(readFeedKeys({ key, authorization })).toEqual(keys)
  })
})

describe('since', () => {
  test.each([
    ['2026-11-20', '2026-11-20T00:00:00.000Z'],
    ['2026-11-20T10:00:00Z', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20T10:00', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20T10:00:00.5-05:00', '2026-11-20T15:00:00.500Z'],
    ['2026-11-20T10:00:00 02:00', '2026-11-20T08:00:00.000Z'],
    ['Fri, 20 Nov 2026 10:00:00 GMT', '2026-11-20T10:00:00.000Z'],
  ])('%s is a moment', (given, moment) => {
    expect(readSince(given)?.toISOString()).toBe(moment)
  })

  test.each(['yesterday', '2026', '2026-13-01', '20 Nov 2026', '1763632800'])(
    '%s is refused',
    (given) => {
      expect(() => readSince(given)).toThrow(/^since is a date such as/)
    },
  )

  test('none asks for all', () => {
    expect([readSince(null), readSince(' ')]).toEqual([null, null])
  })
})

describe('the state that a caller has', () => {
  const state = { etag: 'W/"items-1-a"', lastModifiedAt: new Date('2026-11-20T10:00:00.000Z') }
  const date = 'Fri, 20 Nov 2026 10:00:00 GMT'
  test.each([
    ['the same tag', 'W/"items-1-a"', null, true],
    ['the same tag, written strongly', '"items-1-a"', null, true],
    ['one of several tags', '"x", W/"items-1-a"', null, true],
    ['any tag', '*', null, true],
    ['another tag, whatever the date', '"x"', date, false],
    ['the same date', null, date, true],
    ['an earlier date', null, 'Fri, 20 Nov 2026 09:59:59 GMT', false],
    ['no date', null, 'soon', false],
    ['none', null, null, false],
  ])('%s', (_name, ifNoneMatch, ifModifiedSince, unchanged) => {
    expect(isUnchanged({ ifNoneMatch, ifModifiedSince }, state)).toBe(unchanged)
  })
})
