import { describe, expect, test } from 'vitest'
import { describePoll, type ItemPoll, priceAt, toFeedItem } from '#lib/domain/item-feed.ts'
import { toPlainText } from '#lib/domain/plain-text.ts'

const noon = new Date('2026-11-25T12:00:00Z')
const sale = (startsAt: string | null, endsAt: string | null) => ({
  priceCents: 1299,
  sale: { priceCents: 900, startsAt, endsAt },
})

describe('the price', () => {
  test.each([
    ['before the sale', '2026-11-25T12:00:01Z', null, 1299],
    ['in the moment it begins', '2026-11-25T12:00:00Z', null, 900],
    ['while it runs', '2026-11-01T00:00:00Z', '2026-11-26T00:00:00Z', 900],
    ['in the moment it ends', '2026-11-01T00:00:00Z', '2026-11-25T12:00:00Z', 1299],
    ['of a sale without edges', null, null, 900],
  ])('%s is the one that holds', (_name, startsAt, endsAt, price) => {
    expect(priceAt(sale(startsAt, endsAt), noon)).toBe(price)
  })

  test('without a sale it is the regular one, or not known', () => {
    expect(priceAt({ priceCents: 1299, sale: null }, noon)).toBe(1299)
    expect(priceAt({ priceCents: null, sale: null }, noon)).toBeNull()
  })
})

test('an entry changed when its sale began, if nothing changed it later', () => {
  const item = {
    ...sale('2026-11-20T00:00:00.000Z', '2026-12-01T00:00:00.000Z'),
    itemId: 'TEA',
    description: '',
    mappedName: null,
    oapProductId: '',
    currency: 'USD',
    isKit: false,
    isRecurring: false,
  }
  const changedAt = (stored: string) => toFeedItem({ ...item, changedAt: stored }, noon).changedAt
  expect(changedAt('2026-11-01T00:00:00.000Z')).toBe('2026-11-20T00:00:00.000Z')
  expect(changedAt('2026-11-24T00:00:00.000Z')).toBe('2026-11-24T00:00:00.000Z')
})

describe('a description', () => {
  test.each([
    ['<p>First-flush <em>Sencha</em></p>', 'First-flush Sencha'],
    ['Tea<br/>100&nbsp;g', 'Tea 100&nbsp;g'],
    ['Cable <3 m & <L> connector', 'Cable <3 m & <L> connector'],
    ['<IMG src="a.png" alt="x">Pot', 'Pot'],
    ['  two\n lines ', 'two lines'],
  ])('%j becomes %j', (given, plain) => {
    expect(toPlainText(given)).toBe(plain)
  })
})

test('a poll is described in one line', () => {
  const poll: ItemPoll = {
    kind: 'items-polled',
    method: 'GET',
    since: null,
    isConditional: false,
    status: 200,
    itemCount: 2,
    byteCount: 300,
    isComplete: true,
  }
  expect(describePoll(poll)).toBe('Item poll: 2 items')
  expect(describePoll({ ...poll, itemCount: 1, since: '2026-11-20T00:00:00.000Z' })).toBe(
    'Item poll: 1 item changed since 2026-11-20T00:00:00.000Z',
  )
  expect(describePoll({ ...poll, status: 304 })).toBe('Item poll: nothing new')
  expect(describePoll({ ...poll, method: 'HEAD' })).toMatch(/^Item poll: only asked/)
})
