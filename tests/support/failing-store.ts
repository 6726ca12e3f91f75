import type { Page } from 'playwright-core'
import { anOrder, anOrderItem } from './build-order.ts'
import type { OntraportStandIn } from './ontraport-stand-in.ts'
import type { Product } from './product.ts'
import { enterKey, signUp, webhookOf } from './sign-up.ts'

export const STORE_KEY = 'fresh-key-0002'

/** Signs the first owner in, with a store that has a working key; the page stands on Integration. */
export async function setUpStore(page: Page, product: Product): Promise<void> {
  await signUp(page, product)
  await enterKey(page, STORE_KEY)
}

/** Paid orders of two items each that ONTRAPORT refuses; it accepts again afterwards. Gives their ids. */
export async function failOrders(
  page: Page,
  ontraport: OntraportStandIn,
  count: number,
): Promise<string[]> {
  ontraport.respond({ kind: 'status', status: 422, body: '<error>No such product</error>' })
  ontraport.received.length = 0
  const orders = Array.from({ length: count }, () =>
    anOrder({
      merchant_id: 'SHOP1',
      items: [
        { ...anOrderItem(), merchant_item_id: 'TEA-1', description: 'Sencha 100 g' },
        { ...anOrderItem(), merchant_item_id: 'TEA-2', description: 'Oolong 100 g' },
      ],
    }),
  )
  const deliver = await webhookOf(page)
  await deliver(orders.map((order) => ({ order_create: order })))
  await ontraport.waitFor(count, 30_000)
  ontraport.respond({ kind: 'accept' })
  return orders.map((order) => String(order.order_id))
}
