import { beforeEach, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { saveItemSnapshots, saveProductMapping } from '#lib/db/products.ts'
import type { Access } from '#lib/domain/access.ts'
import { exportProductsCsv } from '#lib/services/export-products-csv.ts'
import { importProductsCsv } from '#lib/services/import-products-csv.ts'
import { previewProductsCsv } from '#lib/services/preview-products-csv.ts'
import { anItemSnapshot } from '#tests/support/build-item.ts'
import { accessOf, buildConnectedMerchant } from '#tests/support/build-merchant.ts'

let merchantId: string
let access: Access
beforeEach(async () => {
  merchantId = await buildConnectedMerchant()
  access = accessOf(merchantId)
})

function file(...lines: string[]): { file: Uint8Array } {
  return { file: new TextEncoder().encode(lines.join('\r\n')) }
}

async function download(): Promise<string> {
  return new Response(exportProductsCsv(access)).text()
}

function save(...items: Parameters<typeof anItemSnapshot>[0][]) {
  return saveItemSnapshots(
    prisma(),
    items.map((item) => anItemSnapshot({ merchantId, ...item })),
  )
}

function map(itemId: string, productName: string) {
  return saveProductMapping(prisma(), { merchantId, itemId, productName })
}

function mappings() {
  return prisma().productMapping.findMany({
    where: { merchantId },
    select: { itemId: true, productName: true },
    orderBy: { itemId: 'asc' },
  })
}

test('the download has every product with what is sent for it and where that comes from', async () => {
  await save(
    { itemId: 'A', description: 'Tea, "green"', oapProductId: 'Green Tea' },
    { itemId: 'B', description: 'Pot' },
    { itemId: 'C', isDeleted: true },
    { itemId: 'D', isDeleted: true },
  )
  await map('B', '=Pot')
  await map('D', 'Gone')
  await map('E', 'Not seen yet')
  expect(await download()).toBe(
    [
      'item_id,description,oapProductid,product name,source',
      'A,"Tea, ""green""",Green Tea,Green Tea,oapProductid',
      `B,Pot,,"'=Pot",mapping`,
      'D,Green tea,,Gone,mapping',
      'E,,,Not seen yet,mapping',
      '',
    ].join('\r\n'),
  )
})

test('a download that is uploaded again changes nothing', async () => {
  await save({ itemId: 'A', oapProductId: 'Green Tea' }, { itemId: 'B' })
  await map('B', "+'Pot")
  await map('E', 'Not seen yet')
  const plan = await previewProductsCsv(access, file(await download()))
  expect(plan.counts).toEqual({ new: 0, changed: 0, unchanged: 3, faulty: 0 })
})

test('a long download has every product once', async () => {
  await prisma().$executeRaw`
    INSERT INTO item (merchant_id, item_id)
    SELECT ${merchantId}, 'I' || lpad(n::text, 5, '0') FROM generate_series(1, 2500) AS n`
  await map('I00500', 'Mapped')
  await map('Z', 'Last')
  const ids = (await download())
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',')[0])
  expect(ids).toHaveLength(2_501)
  expect(new Set(ids).size).toBe(2_501)
})

test('a dry run says what would change and changes nothing', async () => {
  await save({ itemId: 'A' }, { itemId: 'B' })
  await map('B', 'Pot')
  const list = file('item_id,product name', 'A,Tea', 'B,', 'C,New', 'D,D', ',x', 'A,Twice')
  const plan = await previewProductsCsv(access, list)
  expect(plan).toEqual({
    counts: { new: 2, changed: 2, unchanged: 0, faulty: 2 },
    rows: [
      { row: 6, itemId: '', verdict: 'faulty', note: 'the item id is missing' },
      { row: 7, itemId: 'A', verdict: 'faulty', note: 'A stands in row 2 already' },
      { row: 4, itemId: 'C', verdict: 'new', note: 'a new item, sent as “New” from now on' },
      { row: 5, itemId: 'D', verdict: 'new', note: 'a new item' },
      { row: 2, itemId: 'A', verdict: 'changed', note: 'sent as “Tea” from now on' },
      { row: 3, itemId: 'B', verdict: 'changed', note: 'its entered name is taken away' },
    ],
  })
  expect(await mappings()).toEqual([{ itemId: 'B', productName: 'Pot' }])
})

test('a confirmed list is taken in, faulty rows left out, with an entry in the audit trail', async () => {
  await save({ itemId: 'A' }, { itemId: 'B' })
  await map('B', 'Pot')
  const list = file(
    'item_id,product name,description,price',
    'A,Tea,Mine,1.00',
    'B,,,',
    'C,New,Fresh,9.50',
    ',x,,',
  )
  const counts = await importProductsCsv(access, list)
  expect(counts).toEqual({ new: 1, changed: 2, unchanged: 0, faulty: 1 })
  expect(await mappings()).toEqual([
    { itemId: 'A', productName: 'Tea' },
    { itemId: 'C', productName: 'New' },
  ])
  const items = await prisma().item.findMany({ where: { merchantId }, orderBy: { itemId: 'asc' } })
  expect(items.map((item) => [item.itemId, item.description, item.priceMinor])).toEqual([
    ['A', 'Green tea', 1299n],
    ['B', 'Green tea', 1299n],
    ['C', 'Fresh', 950n],
  ])
  const [entry] = await prisma().auditEntry.findMany({ where: { merchantId } })
  expect(entry).toMatchObject({ action: 'products.imported', details: counts })
})

test('a viewer downloads and does not upload', async () => {
  const viewer = accessOf(merchantId, 'viewer')
  expect(await new Response(exportProductsCsv(viewer)).text()).toContain('item_id')
  const list = file('item_id,product name', 'A,Tea')
  await expect(previewProductsCsv(viewer, list)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(importProductsCsv(viewer, list)).rejects.toMatchObject({ code: 'forbidden' })
})
