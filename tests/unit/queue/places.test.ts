import { expect, test } from 'vitest'
import { Places } from '#lib/queue/work-transmissions/places.ts'

const take = (places: Places, merchantId: string, count: number) => {
  for (let index = 0; index < count; index += 1) places.take(merchantId)
}

test('a merchant alone is crowded at half of the places, so that there is room for another', () => {
  const places = new Places(8)
  take(places, 'A', 3)
  expect(places.crowdedMerchants()).toEqual([])
  take(places, 'A', 1)
  expect(places.crowdedMerchants()).toEqual(['A'])
  expect(places.freeCount).toBe(4)
})

test('the share gets smaller with every merchant that has something on its way', () => {
  const places = new Places(9)
  take(places, 'A', 3)
  expect(places.crowdedMerchants()).toEqual([])
  take(places, 'B', 1)
  expect(places.crowdedMerchants()).toEqual(['A'])
})

test('whoever leaves makes room', () => {
  const places = new Places(4)
  take(places, 'A', 2)
  places.leave('A')
  expect(places.crowdedMerchants()).toEqual([])
  places.leave('A')
  expect(places.freeCount).toBe(4)
})
