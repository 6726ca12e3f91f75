import { beforeEach, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { getConnection } from '#lib/services/get-connection.ts'
import { saveStore } from '#lib/services/save-store.ts'
import { auditOf } from '#tests/support/audit-of.ts'
import { accessOf, buildConnectedMerchant } from '#tests/support/build-merchant.ts'

let merchantId: string
beforeEach(async () => {
  merchantId = await buildConnectedMerchant()
})

test('an owner changes the name and the zone of a store, and the audit trail says so', async () => {
  const owner = accessOf(merchantId, 'owner')
  await saveStore(owner, { name: ' Tea & Sons ', timeZone: 'Australia/Adelaide' })
  const saved = { name: 'Tea & Sons', timeZone: 'Australia/Adelaide' }
  const { merchantName: name, timeZone } = await getConnection(owner)
  expect({ name, timeZone }).toEqual(saved)
  expect(await auditOf(merchantId, 'merchant.changed')).toEqual([
    { actor: 'owner@example.com', details: saved },
  ])
})

test.each(['editor', 'viewer'] as const)('as %s nobody may', async (role) => {
  const saving = saveStore(accessOf(merchantId, role), { name: 'Mine', timeZone: 'UTC' })
  await expect(saving).rejects.toMatchObject({ code: 'forbidden' })
})

test.each([
  ['no name', { name: ' ' }],
  ['a zone that is none', { timeZone: 'Mars/Olympus' }],
])('%s is refused', async (_, fault) => {
  const store = { name: 'Tea', timeZone: 'UTC', ...fault }
  const saving = saveStore(accessOf(merchantId, 'owner'), store)
  await expect(saving).rejects.toMatchObject({ code: 'malformed' })
})

test('a day that had its digest gets no second one by another zone', async () => {
  const noon = new Date('2026-11-25T12:00:00Z')
  const owner = accessOf(merchantId, 'owner')
  await saveStore(owner, { name: 'Tea', timeZone: 'Asia/Tokyo' }, noon)
  await saveStore(owner, { name: 'Tea', timeZone: 'Pacific/Honolulu' }, noon)
  const setting = await prisma().alertSetting.findUnique({ where: { merchantId } })
  expect(setting?.digestDay).toBe('2026-11-25')
})
