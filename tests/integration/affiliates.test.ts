import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anOrder } from '#tests/support/build-order.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'
import { assertValid } from '#tests/support/xml-schema.ts'

let world: RelayWorld

beforeAll(async () => {
  world = await startRelayWorld()
})

afterAll(() => world.close())

beforeEach(() => world.reset())

const anais = {
  affiliateId: 204931,
  approved: false,
  email: 'anais@example.com',
  firstName: 'Anaïs',
}

const sent = () => world.ontraport.received.map((one) => one.body)
const approvalIn = (body: string) => /<AffiliateApproved>(.*)<\/AffiliateApproved>/.exec(body)?.[1]
const list = async () =>
  (await world.services.listAffiliates(world.access, { search: '', limit: 50, cursor: null }))
    .affiliates

describe('an affiliate from a form', () => {
  test('is told as XML that its schema allows, and stands in the log', async () => {
    await world.postAffiliates(anais)
    await world.drain()
    expect(await world.log()).toMatchObject([
      {
        type: 'affiliate',
        status: 'sent',
        reference: '204931',
        email: 'anais@example.com',
        description: 'Affiliate 204931 joined, not approved: Anaïs',
        amountCents: null,
      },
    ])
    const [body] = sent()
    await assertValid(body ?? '', 'affiliate')
    expect(body).toContain('<AffiliateId>204931</AffiliateId>')
    expect(approvalIn(body ?? '')).toBe('False')
  })

  test('is told again when its approval changes, in order, and for nothing else', async () => {
    await world.postAffiliates([anais, { ...anais, approved: true }])
    await world.postAffiliates({ ...anais, approved: true, city: 'Paris' })
    await world.postAffiliates({ ...anais, approved: false })
    await world.drain()
    expect(sent().map(approvalIn)).toEqual(['False', 'True', 'False'])
  })

  test('without an email is noted, and told from the same row once the email comes', async () => {
    await world.postAffiliates({ affiliateId: 7, approved: true })
    await world.drain()
    const [noted] = await world.log()
    expect(noted).toMatchObject({ status: 'skipped', reasonCode: 'affiliate-without-email' })
    expect(await world.detail(noted?.id ?? '')).toMatchObject({ request: null })
    expect(sent()).toEqual([])
    await world.postAffiliates({ affiliateId: 7, approved: true, email: 'seven@example.com' })
    await world.drain()
    expect(await world.log()).toMatchObject([{ id: noted?.id, status: 'sent', reason: null }])
  })

  test('without an email cannot be sent by hand either', async () => {
    await world.postAffiliates({ affiliateId: 7, approved: true })
    const [noted] = await world.log()
    const resend = { id: noted?.id ?? '', mode: 'as-mapped-today', nonce: 'n1' } as const
    await expect(
      world.services.resendTransmission(world.access, { ...resend, isSentAllowed: true }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })

  test('is told once however many say so at once', async () => {
    const receipts = await Promise.all(
      Array.from({ length: 20 }, () => world.postAffiliates(anais)),
    )
    await world.drain()
    expect(receipts.filter((receipt) => receipt.accepted === 1)).toHaveLength(1)
    expect(sent()).toHaveLength(1)
  })

  test('is retried after a lost answer, since saying it twice does no harm', async () => {
    world.ontraport.respond({ kind: 'status', status: 500, body: '' })
    await world.postAffiliates(anais)
    await world.drain()
    expect(await world.log()).toMatchObject([{ status: 'retrying' }])
  })
})

test('an affiliate event is told should UltraCart ever send one', async () => {
  expect(await world.deliverFixture('affiliate-create')).toEqual({
    accepted: 1,
    unchanged: 0,
    ignored: 0,
  })
  await world.drain()
  const [body] = sent()
  await assertValid(body ?? '', 'affiliate')
  expect(approvalIn(body ?? '')).toBe('False')
  expect(body).toContain('<Company>Thé &amp; Compagnie</Company>')
})

describe('an affiliate that an order names', () => {
  const orderOf = (...affiliateIds: number[]) =>
    anOrder({ affiliates: affiliateIds.map((affiliate_oid) => ({ affiliate_oid, sub_id: '' })) })

  test('is listed by its number alone and never sent', async () => {
    const order = orderOf(31, 32)
    await world.deliver(['order_create', order])
    await world.deliver(['order_create', orderOf(31)])
    await world.drain()
    expect(await list()).toEqual([
      {
        affiliateId: 31,
        isNumberOnly: true,
        firstOrderId: order.order_id,
        name: '',
        company: '',
        email: '',
        isApproved: null,
        lastToldAt: null,
        latest: null,
      },
    ])
    expect((await world.log()).map((row) => row.type)).toEqual(['sale', 'sale'])
  })

  test('is listed in full once it is told of', async () => {
    await world.deliver(['order_create', orderOf(204931)])
    await world.postAffiliates(anais)
    await world.drain()
    const [row] = await list()
    expect(row).toMatchObject({
      isNumberOnly: false,
      name: 'Anaïs',
      email: 'anais@example.com',
      isApproved: false,
      lastToldAt: expect.stringMatching(/Z$/),
      latest: { status: 'sent', reason: null },
    })
  })
})

describe('the list', () => {
  const ask = (search: string, limit = 50, cursor: string | null = null) =>
    world.services.listAffiliates(world.access, { search, limit, cursor })
  const idsOf = ({ affiliates }: Awaited<ReturnType<typeof ask>>) =>
    affiliates.map((one) => one.affiliateId)

  beforeEach(async () => {
    await world.postAffiliates([
      { affiliateId: 100, approved: true, email: 'zoe@example.com', lastName: 'Núñez' },
      { affiliateId: 9, approved: true, email: 'nine@example.com', company: '100 % Tea' },
      { affiliateId: 20, approved: false },
    ])
  })

  test('goes by number, page by page', async () => {
    const first = await ask('', 2)
    expect(idsOf(first)).toEqual([9, 20])
    const second = await ask('', 2, first.nextCursor)
    expect(idsOf(second)).toEqual([100])
    expect(second.nextCursor).toBeNull()
    await expect(ask('', 2, 'x')).rejects.toMatchObject({ code: 'malformed' })
  })

  test('is searched by number, name, company and email', async () => {
    expect(idsOf(await ask('100'))).toEqual([9, 100])
    expect(idsOf(await ask('100 %'))).toEqual([9])
    expect(idsOf(await ask('núñ'))).toEqual([100])
    expect(idsOf(await ask('NINE@'))).toEqual([9])
    expect(idsOf(await ask('nobody'))).toEqual([])
  })

  test('shows nothing of another merchant', async () => {
    const stranger = { merchantId: 'OTHER', role: 'viewer', actor: 'x' } as const
    const page = { search: '', limit: 50, cursor: null }
    expect((await world.services.listAffiliates(stranger, page)).affiliates).toEqual([])
  })
})

test('in the sandbox an affiliate is new again, and ONTRAPORT hears nothing', async () => {
  const { services, access } = world
  await world.postAffiliates({ ...anais, approved: true })
  await world.drain()
  await services.setSandbox(access, true)
  expect(await list()).toEqual([])
  const file = Buffer.from('id,approved,email\n204931,yes,anais@example.com')
  const preview = await services.previewAffiliatesCsv(access, { file })
  expect(preview.counts).toMatchObject({ new: 1 })
  await services.importAffiliatesCsv(access, { file })
  await world.drain()
  expect(await list()).toMatchObject([{ affiliateId: 204931, latest: { status: 'sent' } }])
  expect(sent()).toHaveLength(1)
  await services.setSandbox(access, false)
  expect((await services.previewAffiliatesCsv(access, { file })).counts).toMatchObject({
    unchanged: 1,
  })
})

describe('a CSV list', () => {
  const file = Buffer.from(
    [
      'Affiliate ID;Status;E-mail;First name',
      '204931;Active;anais@example.com;Anaïs',
      '8;Active;eight@example.com;',
      '9;Pending;nine@example.com;',
      '10;Inactive;;Ten',
      'x;Active;;',
    ].join('\n'),
  )

  beforeEach(async () => {
    await world.postAffiliates([
      anais,
      { affiliateId: 8, approved: true, email: 'eight@example.com' },
    ])
    await world.drain()
    world.ontraport.received.length = 0
  })

  test('is previewed without a change', async () => {
    const before = await world.log()
    const preview = await world.services.previewAffiliatesCsv(world.access, { file })
    expect(preview.counts).toEqual({ new: 2, changed: 1, unchanged: 1, faulty: 1 })
    expect(preview.rows.map((row) => [row.row, row.affiliateId, row.verdict, row.note])).toEqual([
      [6, null, 'faulty', 'Affiliate ID is not a whole number above 0'],
      [4, 9, 'new', 'Told to ONTRAPORT as a new affiliate'],
      [5, 10, 'new', expect.stringMatching(/^Not told\. No email address/)],
      [2, 204931, 'changed', 'Told to ONTRAPORT: approved now'],
      [3, 8, 'unchanged', 'Nothing new'],
    ])
    expect(await world.log()).toEqual(before)
  })

  test('is imported as the preview said, and again changes nothing', async () => {
    const { services, access } = world
    expect(await services.importAffiliatesCsv(access, { file })).toEqual({
      accepted: 3,
      unchanged: 1,
      faulty: 1,
    })
    await world.drain()
    expect(sent().map(approvalIn).sort()).toEqual(['False', 'True'])
    const again = await services.previewAffiliatesCsv(access, { file })
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 4, faulty: 1 })
    expect(await services.importAffiliatesCsv(access, { file })).toMatchObject({ accepted: 0 })
    expect(sent()).toHaveLength(2)
  })

  test('leaves who imported it in the audit log, and the file as evidence', async () => {
    const { prisma } = await import('#lib/db/client.ts')
    await world.services.importAffiliatesCsv(world.access, { file })
    const [entry] = await prisma().auditEntry.findMany({
      where: { action: 'affiliates.imported' },
      orderBy: { id: 'desc' },
    })
    expect(entry).toMatchObject({
      actor: 'amy@example.com',
      details: { accepted: 3, unchanged: 1, faulty: 1 },
    })
    const kept = await prisma().delivery.findFirst({ where: { contentType: 'text/csv' } })
    expect(kept).toMatchObject({ bodyBytes: file.byteLength, source: 'affiliates' })
  })

  test('is not for viewers', async () => {
    const viewer = { ...world.access, role: 'viewer' } as const
    const refused = { code: 'forbidden' }
    await expect(world.services.previewAffiliatesCsv(viewer, { file })).rejects.toMatchObject(
      refused,
    )
    await expect(world.services.importAffiliatesCsv(viewer, { file })).rejects.toMatchObject(
      refused,
    )
  })
})
