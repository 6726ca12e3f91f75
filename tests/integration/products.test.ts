import { beforeEach, describe, expect, test } from 'vitest'
import { prisma } from '#lib/db/client.ts'
import { listProductRows } from '#lib/db/product-list.ts'
import {
  loadNameSources,
  noteSoldItems,
  removeProductMapping,
  saveItemSnapshots,
  saveProductMapping,
} from '#lib/db/products.ts'
import type { Access } from '#lib/domain/access.ts'
import { resolveProductName } from '#lib/domain/product-name.ts'
import type { ProductWarning } from '#lib/domain/product-warnings.ts'
import type { ItemSnapshot } from '#lib/domain/snapshot.ts'
import { countProductWarnings } from '#lib/services/count-product-warnings.ts'
import { listProducts } from '#lib/services/list-products.ts'
import { previewNextOrder } from '#lib/services/preview-next-order.ts'
import { setProductName } from '#lib/services/set-product-name.ts'
import { buildMerchant } from '#tests/support/build-merchant.ts'
import { anOrderItem, anOrderSnapshot } from '#tests/support/build-snapshot.ts'
import { buildBody, buildTransmission } from '#tests/support/build-transmission.ts'

let merchantId: string
beforeEach(async () => {
  merchantId = await buildMerchant()
})

function item(given: Partial<ItemSnapshot>): ItemSnapshot {
  return {
    kind: 'item',
    merchantId,
    itemId: 'TEA',
    eventName: 'item_update',
    description: 'Green tea',
    oapProductId: '',
    isInactive: false,
    isKit: false,
    isKitComponentOnly: false,
    isDeleted: false,
    priceCents: 1299,
    sale: null,
    currency: 'USD',
    isRecurring: false,
    modifiedAt: '2026-11-20T10:00:00.000Z',
    ...given,
  }
}

function find(itemId = 'TEA') {
  return prisma().item.findUnique({ where: { merchantId_itemId: { merchantId, itemId } } })
}

describe('item snapshots', () => {
  test('the latest of several in one batch is kept, wherever it stands', async () => {
    await saveItemSnapshots(prisma(), [
      item({ description: 'new', modifiedAt: '2026-11-20T12:00:00.000Z' }),
      item({ description: 'old', modifiedAt: '2026-11-20T11:00:00.000Z' }),
      item({ itemId: 'MUG', description: 'Mug', priceCents: null, modifiedAt: null }),
    ])
    expect(await find()).toMatchObject({ description: 'new', priceMinor: 1299n })
    expect(await find('MUG')).toMatchObject({ description: 'Mug', priceMinor: null })
  })

  test('what was modified earlier never overwrites what was modified later', async () => {
    await saveItemSnapshots(prisma(), [item({ description: 'new' })])
    const older = item({ description: 'old', modifiedAt: '2026-11-19T10:00:00.000Z' })
    await saveItemSnapshots(prisma(), [older])
    expect(await find()).toMatchObject({ description: 'new' })
  })

  test('a deleted item stays deleted until it is modified later', async () => {
    await saveItemSnapshots(prisma(), [item({ isDeleted: true, description: '' })])
    await saveItemSnapshots(prisma(), [item({})])
    expect(await find()).toMatchObject({ isDeleted: true })
    await saveItemSnapshots(prisma(), [item({ modifiedAt: '2026-11-21T10:00:00.000Z' })])
    expect(await find()).toMatchObject({ isDeleted: false })
  })

  test('a part that an event does not bring keeps its value', async () => {
    const sale = { priceCents: 900, startsAt: null, endsAt: '2026-12-01T00:00:00.000Z' }
    await saveItemSnapshots(prisma(), [
      item({ oapProductId: 'Green Tea', sale, isRecurring: true }),
    ])
    const partial = { oapProductId: null, priceCents: null, sale: null, isRecurring: null }
    await saveItemSnapshots(prisma(), [item({ ...partial, currency: 'EUR', isInactive: true })])
    expect(await find()).toMatchObject({
      oapProductId: 'Green Tea',
      priceMinor: 1299n,
      salePriceMinor: 900n,
      currency: 'USD',
      isRecurring: true,
      isInactive: true,
    })
  })

  test('a sale that is over in the store is over here', async () => {
    const sale = { priceCents: 900, startsAt: null, endsAt: null }
    await saveItemSnapshots(prisma(), [item({ sale })])
    await saveItemSnapshots(prisma(), [item({})])
    expect(await find()).toMatchObject({ salePriceMinor: null, saleStartsAt: null })
  })

  test('the same item id of two merchants is two items', async () => {
    const other = await buildMerchant()
    await saveItemSnapshots(prisma(), [
      item({}),
      item({ merchantId: other, description: 'Theirs' }),
    ])
    expect(await find()).toMatchObject({ description: 'Green tea' })
  })
})

describe('sold items', () => {
  test('an unknown item gets a row, and the first sale keeps its time', async () => {
    await noteSoldItems(prisma(), merchantId, [
      { itemId: 'TEA', description: 'Green tea' },
      { itemId: 'TEA', description: 'Green tea again' },
    ])
    const first = await find()
    expect(first).toMatchObject({ description: 'Green tea', modifiedAt: null })
    await noteSoldItems(prisma(), merchantId, [{ itemId: 'TEA', description: 'Renamed' }])
    expect(await find()).toEqual(first)
  })

  test('an item that the store told of before gets its first sale and keeps its description', async () => {
    await saveItemSnapshots(prisma(), [item({})])
    await noteSoldItems(prisma(), merchantId, [{ itemId: 'TEA', description: 'as ordered' }])
    const sold = await find()
    expect(sold).toMatchObject({ description: 'Green tea', priceMinor: 1299n })
    expect(sold?.firstSoldAt).toBeInstanceOf(Date)
  })
})

describe('names', () => {
  test('every item asked for has its sources, known or not', async () => {
    await saveItemSnapshots(prisma(), [item({ oapProductId: ' Tea (ONTRAPORT) ' })])
    await saveProductMapping(prisma(), { merchantId, itemId: 'MUG', productName: 'Mug' })
    expect(await loadNameSources(prisma(), merchantId, ['TEA', 'MUG', 'NEW', 'TEA'])).toEqual(
      new Map([
        ['TEA', { mappedName: null, oapProductId: 'Tea (ONTRAPORT)' }],
        ['MUG', { mappedName: 'Mug', oapProductId: '' }],
        ['NEW', { mappedName: null, oapProductId: '' }],
      ]),
    )
    expect(await loadNameSources(prisma(), merchantId, [])).toEqual(new Map())
  })

  test('the mapping of another merchant names nothing here', async () => {
    const other = await buildMerchant()
    await saveProductMapping(prisma(), { merchantId: other, itemId: 'TEA', productName: 'Theirs' })
    const sources = await loadNameSources(prisma(), merchantId, ['TEA'])
    expect(sources.get('TEA')?.mappedName).toBeNull()
  })

  test('the list resolves names as the messages do', async () => {
    await saveItemSnapshots(prisma(), [
      item({ itemId: 'A', oapProductId: 'Field' }),
      item({ itemId: 'B', oapProductId: 'Field' }),
      item({ itemId: 'C', oapProductId: ' ' }),
    ])
    await saveProductMapping(prisma(), { merchantId, itemId: 'B', productName: ' Mapped ' })
    await saveProductMapping(prisma(), { merchantId, itemId: 'D', productName: 'By hand' })
    const { products } = await listProductRows(prisma(), merchantId, everything)
    const sources = await loadNameSources(prisma(), merchantId, ['A', 'B', 'C', 'D'])
    expect(
      products.map((row) => [row.itemId, { name: row.nameSent, source: row.nameSource }]),
    ).toEqual(
      [...sources].map(([itemId, found]) => [itemId, resolveProductName(itemId, found)]).sort(),
    )
  })
})

const everything = { search: '', limit: 50, cursor: null }

describe('the product list', () => {
  test('items that send one name point at each other, also across pages', async () => {
    await saveItemSnapshots(prisma(), [
      item({ itemId: 'A', oapProductId: 'Tea' }),
      item({ itemId: 'B' }),
      item({ itemId: 'C', oapProductId: 'Tea' }),
      item({ itemId: 'Tea' }),
    ])
    const first = await listProductRows(prisma(), merchantId, { ...everything, limit: 1 })
    expect(first.products).toMatchObject([{ itemId: 'A', sameNameAs: ['C', 'Tea'] }])
    const rest = await listProductRows(prisma(), merchantId, {
      ...everything,
      cursor: first.nextCursor,
    })
    expect(rest.products.map((row) => [row.itemId, row.sameNameAs])).toEqual([
      ['B', []],
      ['C', ['A', 'Tea']],
      ['Tea', ['A', 'C']],
    ])
    expect(rest.nextCursor).toBeNull()
  })

  test('a deleted item shows only while it is mapped', async () => {
    await saveItemSnapshots(prisma(), [item({ isDeleted: true })])
    expect((await listProductRows(prisma(), merchantId, everything)).products).toEqual([])
    await saveProductMapping(prisma(), { merchantId, itemId: 'TEA', productName: 'Tea' })
    expect((await listProductRows(prisma(), merchantId, everything)).products).toHaveLength(1)
    await removeProductMapping(prisma(), { merchantId, itemId: 'TEA' })
    expect((await listProductRows(prisma(), merchantId, everything)).products).toEqual([])
  })

  test.each(['te', 'GREEN', 'ontra'])(
    'the search "%s" looks in id, description and name',
    async (search) => {
      await saveItemSnapshots(prisma(), [
        item({ oapProductId: 'Ontraport name' }),
        item({ itemId: 'MUG', description: '100% cup' }),
      ])
      const { products } = await listProductRows(prisma(), merchantId, { ...everything, search })
      expect(products.map((row) => row.itemId)).toEqual(['TEA'])
    },
  )

  test.each(['%', '_', '\\', '\0'])('the search %j is taken by its letters', async (search) => {
    await saveItemSnapshots(prisma(), [item({})])
    const { products } = await listProductRows(prisma(), merchantId, { ...everything, search })
    expect(products).toHaveLength(search === '\0' ? 1 : 0)
  })

  test('another merchant’s products do not show', async () => {
    await saveItemSnapshots(prisma(), [item({})])
    const { products } = await listProductRows(prisma(), await buildMerchant(), everything)
    expect(products).toEqual([])
  })
})

describe('setting a name', () => {
  const editor = (): Access => ({ merchantId, role: 'editor', actor: 'ann@example.com' })

  test('the name is kept trimmed, with an audit entry, and shown at once', async () => {
    await saveItemSnapshots(prisma(), [item({})])
    const row = await setProductName(editor(), { itemId: 'TEA', productName: ' Green Tea ' })
    expect(row).toMatchObject({
      nameSent: 'Green Tea',
      nameSource: 'mapping',
      isKnownToStore: true,
    })
    const entries = await prisma().auditEntry.findMany({ where: { merchantId } })
    expect(entries).toMatchObject([
      { action: 'mapping.saved', actor: 'ann@example.com', details: { itemId: 'TEA' } },
    ])
  })

  test.each([null, '', '  '])('the name %j takes the mapping away', async (productName) => {
    await setProductName(editor(), { itemId: 'NEW', productName: 'New' })
    const row = await setProductName(editor(), { itemId: 'NEW', productName })
    expect(row).toMatchObject({ mappedName: null, nameSent: 'NEW', isKnownToStore: false })
    expect((await listProducts(editor(), everything)).products).toEqual([])
  })

  test.each([
    ['TEA', 'two\nlines'],
    ['TEA', 'x'.repeat(256)],
    [' ', 'Tea'],
    ['T\0', 'Tea'],
  ])('item %j with name %j is the caller’s fault', async (itemId, productName) => {
    await expect(setProductName(editor(), { itemId, productName })).rejects.toMatchObject({
      code: 'malformed',
    })
  })

  test('a viewer reads the list and may not set a name', async () => {
    const viewer: Access = { ...editor(), role: 'viewer' }
    await expect(listProducts(viewer, everything)).resolves.toMatchObject({ products: [] })
    await expect(
      setProductName(viewer, { itemId: 'TEA', productName: 'Tea' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('warnings', () => {
  const editor = (): Access => ({ merchantId, role: 'editor', actor: 'amy@example.com' })
  const sold = (...itemIds: string[]) =>
    noteSoldItems(
      prisma(),
      merchantId,
      itemIds.map((itemId) => ({ itemId, description: '' })),
    )
  const warned = async (warning: ProductWarning) => {
    const query = { search: '', limit: 10, cursor: null, warning }
    return (await listProducts(editor(), query)).products.map(({ itemId }) => itemId)
  }

  beforeEach(async () => {
    await saveItemSnapshots(prisma(), [
      item({ itemId: 'A', oapProductId: 'Green Tea' }),
      item({ itemId: 'A-COPY', oapProductId: 'Green Tea' }),
      item({ itemId: 'B' }),
      item({ itemId: 'C' }),
      item({ itemId: 'D' }),
    ])
    await sold('B', 'D')
    for (const itemId of ['C', 'D'])
      await saveProductMapping(prisma(), { merchantId, itemId, productName: 'Mug' })
  })

  test('each finds its items, and the counts agree with the lists', async () => {
    expect(await warned('copied')).toEqual(['A', 'A-COPY'])
    expect(await warned('same-name')).toEqual(['C', 'D'])
    expect(await warned('unmapped')).toEqual(['B'])
    expect(await countProductWarnings(editor())).toEqual({
      products: 5,
      copied: 2,
      'same-name': 2,
      unmapped: 1,
    })
  })

  test('an item whose id is confirmed as its name is no longer doubtful', async () => {
    await setProductName(editor(), { itemId: 'B', productName: 'B' })
    expect(await warned('unmapped')).toEqual([])
  })

  test('an item without a name is offered names in use that are like its own', async () => {
    await sold('TEA-GREEN')
    const query = { search: 'TEA-GREEN', limit: 10, cursor: null }
    const { products } = await listProducts(editor(), query)
    expect(products[0]?.suggestions).toEqual([{ name: 'Green Tea', usedBy: ['A', 'A-COPY'] }])
  })
})

describe('what the next order would say', () => {
  test('an item that no order has yet is shown by itself, with the name of today', async () => {
    await saveItemSnapshots(prisma(), [item({ oapProductId: 'Green Tea' })])
    const viewer: Access = { merchantId, role: 'viewer', actor: 'vic@example.com' }
    expect(await previewNextOrder(viewer, 'TEA')).toMatchObject({
      orderId: null,
      lines: [{ itemId: 'TEA', productName: 'Green Tea', nameSource: 'oap-product-id' }],
    })
    expect(await previewNextOrder(viewer, 'NONE')).toBeNull()
    expect(await previewNextOrder(viewer, null)).toBeNull()
  })

  test('the last order with the item has all its lines, two of one name marked', async () => {
    const items = [
      anOrderItem({ index: 1, itemId: 'TEA' }),
      anOrderItem({ index: 2, itemId: 'TEA-COPY' }),
    ]
    const order = anOrderSnapshot({ merchantId, items })
    const id = await buildTransmission({ merchantId })
    await buildBody(id, { kind: 'order-paid', order, isRebill: false })
    for (const itemId of ['TEA', 'TEA-COPY'])
      await saveProductMapping(prisma(), { merchantId, itemId, productName: 'Sencha' })
    const access: Access = { merchantId, role: 'viewer', actor: 'vic@example.com' }
    expect(await previewNextOrder(access, 'TEA-COPY')).toMatchObject({
      orderId: order.orderId,
      lines: [
        { itemId: 'TEA', productName: 'Sencha', isDuplicateName: true },
        { itemId: 'TEA-COPY', productName: 'Sencha', isDuplicateName: true },
      ],
    })
  })
})
