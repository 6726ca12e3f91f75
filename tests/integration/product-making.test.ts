import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { inTransaction, prisma } from '#lib/db/client.ts'
import { claimMaking, keepRecords, type RecordOwner } from '#lib/db/ontraport-records.ts'
import { SANDBOX_ACCOUNT } from '#lib/db/sandbox-account.ts'
import { addMerchant } from '#lib/services/add-merchant.ts'

const STORES = ['FIRST', 'SECOND']

beforeAll(async () => {
  for (const merchantId of STORES) await addMerchant({ merchantId })
})

function ask(owner: RecordOwner, name: string, transmissionId: string): Promise<boolean> {
  return inTransaction((db) => claimMaking(db, owner, { name, transmissionId }))
}

/** How many of the messages of these stores, which all ask at once, may make the product. */
async function countMakers(account: string, name: string, messages = 4): Promise<number> {
  const askers = STORES.flatMap((merchantId) => Array.from({ length: messages }, () => merchantId))
  const answers = await Promise.all(
    askers.map((merchantId) => ask({ merchantId, account }, name, randomUUID())),
  )
  return answers.filter((mayMake) => mayMake).length
}

test('of all stores with an account one message makes a product, however many ask at once', async () => {
  expect(await countMakers('shared', 'Tea')).toBe(1)
  expect(await countMakers('shared', 'Mug')).toBe(1)
  expect(await countMakers('other', 'Tea')).toBe(1)
})

test('each store’s sandbox has products of its own', async () => {
  expect(await countMakers(SANDBOX_ACCOUNT, 'Tea')).toBe(STORES.length)
})

test('what was made a moment ago by one store is not made by another', async () => {
  await keepRecords(prisma(), { merchantId: 'FIRST', account: 'made' }, [
    { kind: 'product', reference: 'Pot', id: '105' },
  ])
  expect(await countMakers('made', 'Pot')).toBe(0)
})

test('a message that was cut off goes on making its product, and others wait', async () => {
  const [owner, id] = [{ merchantId: 'FIRST', account: 'cut' }, randomUUID()]
  expect(await ask(owner, 'Cup', id)).toBe(true)
  expect(await countMakers('cut', 'Cup')).toBe(0)
  expect(await ask(owner, 'Cup', id)).toBe(true)
})

test('after a minute without the product another message may make it', async () => {
  await countMakers('slow', 'Set')
  await prisma().$executeRaw`UPDATE ontraport_record SET noted_at = noted_at - interval '61 seconds'
      WHERE account = 'slow'`
  expect(await countMakers('slow', 'Set')).toBe(1)
})
