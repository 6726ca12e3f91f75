import { beforeEach, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import type { Access } from '#lib/domain/access.ts'
import { listReasonGroups } from '#lib/services/list-reason-groups.ts'
import { listTransmissions } from '#lib/services/list-transmissions.ts'
import { buildMerchant } from '#tests/support/build-merchant.ts'
import { buildTransmissions } from '#tests/support/build-transmission.ts'

const REFUSED = 'ONTRAPORT refused the message (HTTP 422).'

let merchantId: string
let access: Access
beforeEach(async () => {
  merchantId = await buildMerchant()
  access = { merchantId, role: 'viewer', actor: 'vera@example.com' }
})

const failed = (reason: string, day: number) => ({
  merchantId,
  status: 'failed',
  reasonCode: 'refused',
  reason,
  createdAt: new Date(Date.UTC(2026, 10, day)),
})
const held = (day: number) => ({
  merchantId,
  status: 'held',
  reasonCode: 'stage-before-payment',
  reason: `Waiting for payment since day ${day}`,
  createdAt: new Date(Date.UTC(2026, 10, day)),
})

test('what needs attention is grouped by its reason, a refusal by what ONTRAPORT said', async () => {
  await buildTransmissions(failed(REFUSED, 3), failed('Product unknown', 4), failed(REFUSED, 5))
  await buildTransmissions(held(6), held(7))
  expect(await listReasonGroups(access, { isSandbox: false })).toEqual([
    {
      code: 'refused',
      text: REFUSED,
      count: 2,
      firstSeenAt: '2026-11-03T00:00:00.000Z',
      lastSeenAt: '2026-11-05T00:00:00.000Z',
    },
    {
      code: 'refused',
      text: 'Product unknown',
      count: 1,
      firstSeenAt: '2026-11-04T00:00:00.000Z',
      lastSeenAt: '2026-11-04T00:00:00.000Z',
    },
    {
      code: 'stage-before-payment',
      text: null,
      count: 2,
      firstSeenAt: '2026-11-06T00:00:00.000Z',
      lastSeenAt: '2026-11-07T00:00:00.000Z',
    },
  ])
})

test('what is settled, of the other side, or another merchant’s is in no group', async () => {
  await buildTransmissions(
    { ...failed(REFUSED, 3), isSandbox: true },
    { ...failed(REFUSED, 3), status: 'sent' },
    { ...failed(REFUSED, 3), merchantId: await buildMerchant() },
    { merchantId, status: 'skipped', reasonCode: 'test-order' },
    { merchantId, status: 'queued' },
  )
  expect(await listReasonGroups(access, { isSandbox: false })).toEqual([])
  expect(await listReasonGroups(access, { isSandbox: true })).toHaveLength(1)
})

test('counting stops at a thousand, and the first of all is still known', async () => {
  await buildTransmissions(held(1))
  await prisma().$executeRaw`
    INSERT INTO transmission (id, merchant_id, type, status, reason_code, description, stream_kind, reference, position, created_at)
    SELECT uuid_v7_floor(moment), ${merchantId}, 'sale', 'held', 'stage-before-payment', 'x', 'order', 'DEMO-' || n, 1, moment
    FROM (SELECT n, timestamptz '2026-11-10Z' + n * interval '1 second' AS moment
          FROM generate_series(1, 1200) n) rows`
  const [group] = await listReasonGroups(access, { isSandbox: false })
  expect(group).toMatchObject({ count: 1_000, firstSeenAt: '2026-11-01T00:00:00.000Z' })
})

test('a group’s reason and sentence, put into a filter, find its rows', async () => {
  const [first, , third] = await buildTransmissions(
    failed(REFUSED, 3),
    failed('Product unknown', 4),
    failed(REFUSED, 5),
  )
  const page = await listTransmissions(
    access,
    { reasonCode: 'refused', reasonText: REFUSED },
    { limit: 50, cursor: null },
  )
  expect(page.transmissions.map(({ id }) => id)).toEqual([third, first])
})
