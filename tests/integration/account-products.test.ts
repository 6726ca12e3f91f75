import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ApiWorld, startApiWorld } from '#tests/support/api-world.ts'
import { anOrder, anOrderItem } from '#tests/support/build-order.ts'
import { importAccountProducts } from '#tests/support/import-account-products.ts'
import { status } from '#tests/support/ontraport-behaviour.ts'

let api: ApiWorld['api']
let world: ApiWorld['world']
let made: ApiWorld
let products: Awaited<ReturnType<typeof importAccountProducts>>

beforeAll(async () => {
  made = await startApiWorld()
  ;({ api, world } = made)
  products = await importAccountProducts()
})

afterAll(() => made.close())

beforeEach(() => made.reset())

const save = () => made.save({ isUsedNow: false })

const sell = (itemId: string) =>
  world.deliver([
    'order_create',
    anOrder({ items: [{ ...anOrderItem(), merchant_item_id: itemId }] }),
  ])

async function fetched() {
  await products.fetchAccountProducts(world.access)
  return products.getAccountProducts(world.access)
}

test('an App ID and key are kept without a message going by them, so that the names can be looked at first', async () => {
  expect(await products.getAccountProducts(world.access)).toBeNull()
  const saved = await save()
  expect(saved).toMatchObject({ isAccepted: true })
  expect(saved.message).toContain('Nothing goes by it yet')
  await sell('TEA-1')
  await world.drain()
  expect(world.ontraport.received).toHaveLength(1)
  expect(api.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  expect(await products.getAccountProducts(world.access)).toMatchObject({
    listedAt: null,
    check: null,
  })
})

test('an account of 137 products is listed whole, though ONTRAPORT cuts a list at 50 rows and says nothing', async () => {
  await save()
  for (let number = 1; number <= 137; number += 1) api.account.addProduct(`Tea ${number}`)
  api.requests.length = 0
  const view = await fetched()
  expect(api.requests.map(({ path }) => path)).toEqual(['/Products', '/Products', '/Products'])
  expect(new Set(view?.names)).toEqual(
    new Set(api.account.products.map(({ name }) => String(name))),
  )
  expect(view).toMatchObject({ isComplete: true })
})

test('an account whose last page is full is asked once more, and has no more', async () => {
  await save()
  for (let number = 1; number <= 50; number += 1) api.account.addProduct(`Tea ${number}`)
  api.requests.length = 0
  expect((await fetched())?.names).toHaveLength(50)
  expect(api.requests).toHaveLength(2)
})

test('names that the two sides spell differently are listed with the one there, before anything is sent', async () => {
  await save()
  for (const name of ['Green Tea', 'Mug &amp; Saucer', 'TEA-9', 'Twice', 'Twice'])
    api.account.addProduct(name)
  for (const itemId of ['green  tea', 'Mug & Saucer', 'TEA-9', 'Twice', 'Kettle'])
    await sell(itemId)
  api.requests.length = 0
  const view = await fetched()
  expect(view?.check?.missing.map(({ name, sameBut }) => [name, sameBut])).toEqual([
    ['Mug & Saucer', 'Mug &amp; Saucer'],
    ['green  tea', 'Green Tea'],
    ['Kettle', null],
  ])
  expect(view?.check).toMatchObject({ matchingCount: 2, missingCount: 3 })
  expect(view?.check?.shared.map(({ name, ids }) => [name, ids.length])).toEqual([['Twice', 2]])
  expect(api.requests.every(({ method }) => method === 'GET')).toBe(true)
})

test('shipping as a line of its own is a product that the account needs, too', async () => {
  await save()
  await world.services.setRelayRules(world.access, [['api-shipping-tax', 'own-line']])
  const view = await fetched()
  expect(view?.check?.missing.map(({ name }) => name)).toEqual(['Shipping', 'Tax'])
  await world.services.setRelayRules(world.access, [['api-shipping-tax', 'leave-out']])
})

test('a list that breaks off changes nothing and says why', async () => {
  await save()
  for (let number = 1; number <= 60; number += 1) api.account.addProduct(`Tea ${number}`)
  await fetched()
  let page = 0
  api.failWith(() => {
    page += 1
    return page === 2 ? { when: 'instead', behaviour: status(403, {}, 'No right') } : null
  })
  await expect(products.fetchAccountProducts(world.access)).rejects.toThrow('lacks a right')
  api.failWith(() => null)
  expect((await products.getAccountProducts(world.access))?.names).toHaveLength(60)
})

test('an item without a name is offered the account’s product that is most like it', async () => {
  await save()
  api.account.addProduct('Sencha of spring')
  await sell('SENCHA-SPRING')
  await fetched()
  const { products: rows } = await world.services.listProducts(world.access, {
    ...{ search: '', limit: 10, cursor: null },
  })
  expect(rows[0]?.suggestions.map(({ name }) => name)).toContain('Sencha of spring')
})

test('before products may be made the rule says which ones', async () => {
  await save()
  await sell('Kettle')
  api.account.addProduct('TEA-9')
  await fetched()
  const preview = await world.services.previewRelayRule(world.access, ['api-create-products', 'on'])
  expect(preview.sentences).toEqual(['The account has no product named “Kettle”.'])
})

test('a product that a sale made since counts as there, without another fetch', async () => {
  await save()
  await fetched()
  await world.services.setRelayRules(world.access, [['api-create-products', 'on']])
  await world.services.setWay(world.access, 'rest')
  await sell('Kettle')
  await world.drain()
  const view = await products.getAccountProducts(world.access)
  expect(view?.names).toEqual(['Kettle'])
  expect(view?.check).toMatchObject({ matchingCount: 1, missingCount: 0 })
  await world.services.setWay(world.access, 'receiver')
})
