import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import {
  findTransmission,
  listNewerIds,
  listStreamNeighbours,
  listTransmissionRows,
} from '#lib/db/log.ts'
import type { TransmissionFilter } from '#lib/domain/transmission.ts'
import { newId } from '#lib/ids.ts'
import { buildMerchant } from '#tests/support/build-merchant.ts'
import { buildTransmission, buildTransmissions } from '#tests/support/build-transmission.ts'

let merchantId: string
beforeEach(async () => {
  merchantId = await buildMerchant()
})

describe('paging', () => {
  test('the newest transmission comes first', async () => {
    const ids = await buildTransmissions({ merchantId }, { merchantId }, { merchantId })
    expect(await found({})).toEqual(ids.reverse())
  })

  test('walking the pages gives every row once, whatever arrives meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 1, max: 7 }),
        fc.array(fc.nat({ max: 3 }), { maxLength: 12 }),
        async (count, limit, arrivals) => {
          const merchant = await buildMerchant()
          const rows = Array.from({ length: count }, () => ({ merchantId: merchant }))
          const before = await buildTransmissions(...rows)
          const seen = await walk(merchant, limit, arrivals)
          expect(seen).toEqual(before.reverse())
        },
      ),
      { numRuns: 25 },
    )
  })

  test('a last page that is just full leads nowhere', async () => {
    await buildTransmissions({ merchantId }, { merchantId })
    const page = await listTransmissionRows(prisma(), merchantId, {
      filter: {},
      limit: 2,
      cursor: null,
    })
    expect(page.transmissions).toHaveLength(2)
    expect(page.nextCursor).toBeNull()
  })

  test.each(['x', '', '!!', Buffer.from("1' OR 1=1").toString('base64url')])(
    'the made-up cursor "%s" is the caller’s fault',
    async (cursor) => {
      const page = listTransmissionRows(prisma(), merchantId, { filter: {}, limit: 5, cursor })
      await expect(page).rejects.toMatchObject({ code: 'malformed' })
    },
  )

  test('the statuses of one page come in one order', async () => {
    const [failed, held, sent, second] = await buildTransmissions(
      { merchantId, status: 'failed' },
      { merchantId, status: 'held' },
      { merchantId, status: 'sent' },
      { merchantId, status: 'failed' },
    )
    expect(sent).toBeDefined()
    expect(await found({ status: ['held', 'failed', 'failed'] })).toEqual([second, held, failed])
  })
})

/** Pages through the log while rows arrive: `arrivals` says how many come before each page but the first. */
async function walk(merchant: string, limit: number, arrivals: number[]): Promise<string[]> {
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page = await listTransmissionRows(prisma(), merchant, { filter: {}, limit, cursor })
    seen.push(...page.transmissions.map((row) => row.id))
    cursor = page.nextCursor
    const rows = Array.from({ length: arrivals.shift() ?? 0 }, () => ({ merchantId: merchant }))
    if (cursor !== null && rows.length > 0) await buildTransmissions(...rows)
  } while (cursor !== null)
  return seen
}

describe('filters', () => {
  test.each<[string, TransmissionFilter, object, object]>([
    ['type', { type: 'refund' }, { type: 'refund' }, {}],
    ['status', { status: ['failed', 'held'] }, { status: 'held' }, { status: 'sent' }],
    ['reference', { reference: 'DEMO-7' }, { reference: 'DEMO-7' }, { reference: 'DEMO-77' }],
    ['reference in small letters', { reference: 'demo-7' }, { reference: 'DEMO-7' }, {}],
    [
      'email',
      { email: 'ANN@example.com ' },
      { email: 'Ann@Example.com' },
      { email: 'joann@example.com' },
    ],
    ['code', { code: '403' }, { responseCode: 403 }, { responseCode: 404 }],
    ['class of code', { code: '4XX' }, { responseCode: 499 }, { responseCode: 500 }],
    [
      'reason',
      { reasonCode: 'test-order' },
      { reasonCode: 'test-order' },
      { reasonCode: 'free-order' },
    ],
    [
      'one of several reasons',
      { reasonCode: 'free-order, test-order' },
      { reasonCode: 'test-order' },
      { reasonCode: 'refused' },
    ],
    [
      'sentence of a reason',
      { reasonText: 'Product unknown' },
      { reason: 'Product unknown' },
      { reason: 'Product unknown here' },
    ],
    ['code that is no success', { code: '422' }, { responseCode: 422 }, { responseCode: 403 }],
    [
      'class of success, taken or not',
      { code: '2xx' },
      { status: 'failed', responseCode: 202 },
      { status: 'failed', responseCode: 302 },
    ],
    ['sent with success', { code: '200' }, { status: 'sent', responseCode: 200 }, {}],
    ['no answer yet', { code: 'none' }, { status: 'queued' }, { responseCode: 200 }],
    ['no answer at all', { code: 'none' }, { status: 'skipped' }, { responseCode: 503 }],
    ['smallest amount', { minAmount: '5' }, usd(500), usd(499)],
    ['largest amount', { maxAmount: '5.00' }, usd(500), usd(501)],
    ['smallest amount in yen', { minAmount: '500' }, inCurrency(500, 'JPY'), usd(500)],
    ['largest amount in yen', { maxAmount: '99.5' }, inCurrency(99, 'JPY'), inCurrency(100, 'JPY')],
    [
      'smallest amount in dinars',
      { minAmount: '1.234' },
      inCurrency(1234, 'KWD'),
      inCurrency(1233, 'KWD'),
    ],
    ['amount without a currency', { maxAmount: '5' }, { amountMinor: 500n }, { amountMinor: null }],
    [
      'type and status at once',
      { type: 'refund', status: ['failed'] },
      { type: 'refund', status: 'failed' },
      { type: 'sale', status: 'failed' },
    ],
    ['whole order id as q', { q: 'DEMO-7' }, { reference: 'DEMO-7' }, { description: 'DEMO-7' }],
    [
      'beginning of an order id as q',
      { q: 'demo-7' },
      { reference: 'DEMO-77' },
      { reference: 'XDEMO-7' },
    ],
    ['whole email as q', { q: 'Ann@example.com' }, { email: 'ann@example.com' }, {}],
    [
      'beginning of an email as q',
      { q: 'ann@' },
      { email: 'Ann@example.com' },
      { email: 'jann@example.com' },
    ],
    ['words as q', { q: 'blue widget' }, { description: 'Sale of 2 Blue Widgets' }, {}],
    ['percent sign as q', { q: '50%' }, { description: 'Coupon 50% off' }, { description: '500' }],
    ['empty q', { q: ' ' }, {}, { merchantId: 'another' }],
    ['no status', { status: [] }, {}, { merchantId: 'another' }],
  ])('%s lets through what it names and nothing else', async (_name, filter, match, other) => {
    const [matching] = await buildTransmissions({ merchantId, ...match }, { merchantId, ...other })
    expect(await found(filter)).toEqual([matching])
  })

  test('from is inclusive and to is exclusive, by the time that the row shows', async () => {
    const [, first] = await buildTransmissions(
      { merchantId, createdAt: new Date('2026-10-31T23:59:59.999Z') },
      { merchantId, createdAt: new Date('2026-11-01T00:00:00.000Z') },
      { merchantId, createdAt: new Date('2026-11-02T00:00:00.000Z') },
    )
    expect(await found({ from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z' })).toEqual([
      first,
    ])
    expect(await found({ from: '2026-11-01', to: '2026-11-02' })).toEqual([first])
  })

  test('times beyond all calendars are taken as no limit', async () => {
    const [id] = await buildTransmissions({ merchantId })
    expect(await found({ from: '-200000-01-01T00:00:00Z', to: '+200000-01-01T00:00:00Z' })).toEqual(
      [id],
    )
  })

  test.each<[string, TransmissionFilter]>([
    ['from', { from: 'yesterday' }],
    ['to', { to: '2026-13-45' }],
    ['code', { code: '4x' }],
    ['code', { code: "403' --" }],
  ])('a wrong %s is the caller’s fault and is named', async (name, filter) => {
    await expect(found(filter)).rejects.toMatchObject({
      code: 'malformed',
      publicMessage: expect.stringContaining(name),
    })
  })

  test.each(["'; DROP TABLE transmission; --", '\0', '\\', '%', '_', '\ud800'])(
    'hostile text %j finds nothing and harms nothing',
    async (text) => {
      await buildTransmissions({ merchantId, description: 'plain', reasonCode: 'refused' })
      for (const filter of [{ reference: text }, { email: text }, { reasonCode: text }])
        expect(await found(filter)).toEqual([])
      expect(await found({ q: text })).toHaveLength(text === '\0' ? 1 : 0)
    },
  )
})

function usd(cents: number) {
  return inCurrency(cents, 'USD')
}

function inCurrency(minorUnits: number, currency: string) {
  return { amountMinor: BigInt(minorUnits), currency }
}

test('what has come since a row is counted through the same filters', async () => {
  const [first] = await buildTransmissions({ merchantId, type: 'refund' })
  const after = first ?? ''
  const newer = (filter: TransmissionFilter, limit = 5) =>
    listNewerIds(prisma(), merchantId, { filter, after, limit })
  expect(await newer({})).toEqual([])
  const ids = await buildTransmissions(
    { merchantId, type: 'refund' },
    { merchantId, type: 'sale', description: 'Sale of tea' },
  )
  expect(await newer({})).toEqual([...ids].reverse())
  expect(await newer({ type: 'refund' })).toEqual([ids[0]])
  expect(await newer({ q: 'tea' })).toEqual([ids[1]])
  expect(await newer({}, 1)).toEqual([ids[1]])
})

describe('scope', () => {
  test('the log of another merchant is empty', async () => {
    await buildTransmissions({ merchantId })
    const page = await listTransmissionRows(prisma(), await buildMerchant(), {
      filter: {},
      limit: 50,
      cursor: null,
    })
    expect(page).toMatchObject({ transmissions: [], nextCursor: null })
  })

  test('a transmission of another merchant is not found, and neither is what is no id', async () => {
    const id = await buildTransmission({ merchantId })
    expect((await findTransmission(prisma(), merchantId, id))?.row.id).toBe(id)
    expect(await findTransmission(prisma(), await buildMerchant(), id)).toBeNull()
    expect(await findTransmission(prisma(), merchantId, newId())).toBeNull()
    expect(await findTransmission(prisma(), merchantId, 'DEMO-1001')).toBeNull()
  })

  test('the neighbours are the others of the same stream, in their order', async () => {
    const stream = { merchantId, kind: 'order', reference: 'DEMO-5' } as const
    const [refund, sale, second] = await buildTransmissions(
      { merchantId, reference: 'DEMO-5', position: 2 },
      { merchantId, reference: 'DEMO-5', position: 1 },
      { merchantId, reference: 'DEMO-5', position: 3 },
      { merchantId, reference: 'DEMO-5', position: 1, streamKind: 'auto-order' },
      { merchantId, reference: 'DEMO-6', position: 1 },
    )
    const neighbours = await listStreamNeighbours(prisma(), stream, second ?? '')
    expect(neighbours.map((row) => row.id)).toEqual([sale, refund])
  })
})

test('a row shows money as a number and times in ISO 8601', async () => {
  const createdAt = new Date('2026-11-20T10:00:00.123Z')
  const id = await buildTransmission({ merchantId, createdAt, amountMinor: 7225n, currency: 'USD' })
  const transmission = await findTransmission(prisma(), merchantId, id)
  expect(transmission?.row).toEqual({
    id,
    type: 'sale',
    status: 'queued',
    reason: null,
    reasonCode: null,
    isSandbox: false,
    description: 'Sale of DEMO-1001',
    reference: 'DEMO-1001',
    email: null,
    amountCents: 7225,
    currency: 'USD',
    responseCode: null,
    attemptCount: 0,
    createdAt: '2026-11-20T10:00:00.123Z',
    finishedAt: null,
    nextAttemptAt: null,
    removed: null,
  })
})

async function found(filter: TransmissionFilter): Promise<string[]> {
  const page = await listTransmissionRows(prisma(), merchantId, { filter, limit: 50, cursor: null })
  return page.transmissions.map((row) => row.id)
}
