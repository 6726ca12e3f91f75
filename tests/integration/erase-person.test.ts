import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { insertAuditEntry } from '#lib/db/audit.ts'
import type { Erasing } from '#lib/services/erase-person.ts'
import {
  anAutoOrder,
  anOrder,
  anUnpaidOrder,
  type JsonObject,
  refundedOrder,
} from '#tests/support/build-order.ts'
import { anOrderPostback } from '#tests/support/build-postback.ts'
import { dumpDatabase } from '#tests/support/dump-database.ts'
import { type RelayWorld, startRelayWorld } from '#tests/support/relay.ts'
import { adminAnswer } from '#tests/support/run-admin.ts'

const ZOE = 'Zoe.Nunez+tea@example.com'
const OTHERS = ['mzoe.nunez+tea@example.com', 'zoe.nunez+tea@example.com.au']
/** What tells of her: the address however it is spelt, her name and her street. */
const TRACES = [
  /(?<![a-z])zoe\.nunez(\+|%2b)tea(@|%40)example\.com(?!\.)/i,
  /Nunezova/,
  /Straße der Zoe/,
]

let world: RelayWorld

beforeAll(async () => {
  world = await startRelayWorld([['start-date', 'none']])
})

beforeEach(() => world.reset())

afterAll(() => world.close())

function hers(order: JsonObject): JsonObject {
  const billing = { email: ZOE, last_name: 'Nunezova', address1: 'Straße der Zoe 1' }
  return { ...order, billing: { ...Object(order.billing), ...billing } }
}

async function erase(choice: Partial<Erasing> = {}) {
  const { erasePerson } = await import('#lib/services/erase-person.ts')
  return erasePerson(world.access, {
    email: ZOE.toUpperCase(),
    isDryRun: false,
    waiting: 'refuse',
    ...choice,
  })
}

/** Her orders in every form in which they come, a refund, an auto order, a sign-up, and what an editor looked for. */
async function deliverHers(): Promise<JsonObject> {
  const { ontraport } = world
  const { prisma } = await import('#lib/db/client.ts')
  const order = hers(anOrder())
  ontraport.respond({ kind: 'status', status: 200, body: `<result>Success for ${ZOE}</result>` })
  await world.deliver(['order_create', order])
  await world.drain()
  await world.deliver(['order_refund', refundedOrder(order, 10)])
  await world.deliver(['auto_order_create', hersWithin(anAutoOrder())])
  const packed = gzipSync(JSON.stringify([{ order_create: hers(anOrder()) }])).toString('base64')
  await world.deliverText(JSON.stringify({ events: packed }))
  await world.deliverText(
    JSON.stringify({ events: [{ order_create: hers(anOrder()) }] }).replaceAll('@', '\\u0040'),
  )
  const fields = {
    order_id: 'DEMO-0000004711',
    email: ZOE.replace('@', '&#64;'),
    bill_to_last_name: 'Nunezova',
  }
  await world.deliverText(anOrderPostback({ fields }).replaceAll('&amp;#64;', '&#64;'))
  await world.postAffiliates({
    affiliateId: 4711,
    approved: true,
    email: ZOE,
    lastName: 'Nunezova',
  })
  await world.drain()
  await insertAuditEntry(prisma(), {
    merchantId: 'DEMO',
    actor: 'bob@example.com',
    action: 'log.exported',
    details: { filter: `email=${ZOE}` },
  })
  return order
}

function hersWithin(autoOrder: JsonObject): JsonObject {
  return { ...autoOrder, original_order: hers(Object(autoOrder.original_order)) }
}

test('afterwards nothing in the database tells of the person, packed bodies included', async () => {
  const { prisma } = await import('#lib/db/client.ts')
  await deliverHers()
  const before = await dumpDatabase()
  for (const trace of TRACES) expect(before).toMatch(trace)
  expect(await prisma().delivery.count()).toBe(7)
  const erased = await erase()
  expect(erased).toMatchObject({ deliveryCount: 7, waitingCount: 0 })
  const after = await dumpDatabase()
  for (const trace of TRACES) expect(after).not.toMatch(trace)
})

test('the log keeps what was sent, when, its amount and its reference, and says that it was erased', async () => {
  const order = await deliverHers()
  const before = await world.log(String(order.order_id))
  await erase()
  const after = await world.log(String(order.order_id))
  expect(after).toHaveLength(2)
  for (const [index, row] of after.entries()) {
    const { id, status, reference, amountCents, createdAt, finishedAt, responseCode } =
      before[index] ?? row
    expect(row).toMatchObject({
      id,
      status,
      reference,
      amountCents,
      createdAt,
      finishedAt,
      responseCode,
    })
    expect(row).toMatchObject({ email: null, removed: { why: 'erased' } })
    expect(await world.detail(row.id)).toMatchObject({ request: null, snapshot: null })
  }
})

test('other people, also with nearly the same address, keep everything', async () => {
  await deliverHers()
  world.ontraport.respond({ kind: 'accept' })
  for (const email of OTHERS) await world.deliver(['order_create', anOrder({ billing: { email } })])
  await world.drain()
  await erase()
  const dump = await dumpDatabase()
  for (const email of OTHERS) expect(dump).toContain(email)
})

test('a later snapshot of an erased order brings no second sale, and its refund is still the difference', async () => {
  const order = await deliverHers()
  await erase()
  world.ontraport.received.length = 0
  expect(await world.deliver(['order_update', order])).toMatchObject({ accepted: 0 })
  await world.drain()
  expect(world.ontraport.received).toEqual([])
  await world.deliver(['order_refund', refundedOrder(order, 15)])
  expect((await world.log(String(order.order_id))).at(-1)).toMatchObject({
    type: 'refund',
    amountCents: 500,
  })
})

test('while something waits it is refused with words; skipped, it is never sent, whatever comes later', async () => {
  const order = hers(anUnpaidOrder())
  await world.deliver(['order_create', order])
  await expect(erase()).rejects.toThrow(/still wait/)
  expect(await erase({ waiting: 'skip' })).toMatchObject({ transmissionCount: 1, waitingCount: 1 })
  expect(await world.log()).toMatchObject([{ status: 'skipped', reasonCode: 'erased' }])
  const paid = { ...order, current_stage: 'Shipping Department', payment: anOrder().payment }
  await world.deliver(['order_update', paid])
  await world.drain()
  expect(world.ontraport.received).toEqual([])
})

test('a dry run counts and changes nothing; a second run finds nothing', async () => {
  await deliverHers()
  const before = await dumpDatabase()
  const counted = await erase({ isDryRun: true })
  expect(await dumpDatabase()).toBe(before)
  expect(await erase()).toEqual({ ...counted, isDryRun: false })
  expect(await erase()).toMatchObject({ transmissionCount: 0, deliveryCount: 0 })
})

test('the audit trail says that somebody was erased, and not who', async () => {
  const { prisma } = await import('#lib/db/client.ts')
  await deliverHers()
  await erase()
  const entry = await prisma().auditEntry.findFirst({
    where: { action: 'person.erased' },
    orderBy: { id: 'desc' },
  })
  expect(entry).toMatchObject({
    actor: world.access.actor,
    details: { personHash: expect.any(String) },
  })
  expect(JSON.stringify(entry)).not.toMatch(/zoe/i)
})

test('only an owner erases, and only by an email', async () => {
  const { erasePerson } = await import('#lib/services/erase-person.ts')
  const erasing = { email: ZOE, isDryRun: true, waiting: 'refuse' } as const
  await expect(erasePerson({ ...world.access, role: 'editor' }, erasing)).rejects.toThrow(/owner/)
  await expect(erasePerson(world.access, { ...erasing, email: 'zoe' })).rejects.toThrow(/email/)
})

test('the operator erases by command, after counting', async () => {
  await deliverHers()
  const args = ['person', 'erase', ZOE, '--merchant', 'DEMO']
  const counted = await adminAnswer([...args, '--dry-run'])
  expect(counted).toMatchObject({ merchantId: 'DEMO', isDryRun: true, waitingCount: 0 })
  const { isDryRun: _, ...counts } = counted
  expect(await adminAnswer(args)).toEqual({ ...counts, isDryRun: false })
})
