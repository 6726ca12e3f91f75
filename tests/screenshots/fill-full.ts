import { sampleDeliveries } from '#lib/ultracart/sample-store/sample-deliveries.ts'
import { type JsonObject, refundedOrder } from '#tests/support/build-order.ts'
import { accept, type Behaviour, status } from '#tests/support/ontraport-behaviour.ts'
import type { ReceivedRequest } from '#tests/support/ontraport-stand-in.ts'
import { addStore, deliver, deliverAffiliates, settle } from './deliver.ts'
import { findPlaces } from './find-places.ts'
import { inventedOrder } from './invented-orders.ts'
import { invite } from './invite.ts'
import { signInAsOwner } from './sign-in.ts'
import { spreadOverDays } from './spread-over-days.ts'
import type { Stage } from './stage.ts'
import type { Store } from './stores.ts'

const MERCHANT = 'DEMO'
const ORDERS = { merchantId: MERCHANT, count: 160, days: 14 }

/** Two weeks of a store that works, with a few orders that do not get through. */
export const FULL_STORE: Store = {
  merchantId: MERCHANT,
  fill: async (stage) => {
    await addStore(stage, 'Sencha & Söhne Tea House')
    await stage.admin('mapping', 'set', MERCHANT, 'TEA-GREEN-100', 'Green Tea (100 g)')
    await stage.admin('theme', 'set', MERCHANT, 'default', 'teahouse.ontraport.com')
    await stage.admin('theme', 'set', MERCHANT, 'WHOLESALE', 'teahouse-pro.ontraport.com')
    stage.ontraport.respond(answerTo)
    for (const delivery of sampleDeliveries({
      merchantId: MERCHANT,
      now: new Date(),
      notBefore: null,
    }))
      await deliver(stage, delivery.events)
    await sellForTwoWeeks(stage)
    await deliverAffiliates(stage, AFFILIATES)
    await pollItems(stage)
    await settle(stage)
    await spreadOverDays(stage)
    const page = await signInAsOwner(stage, 'amy@example.com')
    const invitation = await invite(page, 'ben@example.com')
    return { page, places: { ...(await findPlaces(stage)), invitation } }
  },
}

async function sellForTwoWeeks(stage: Stage): Promise<void> {
  for (let place = 0; place < ORDERS.count; place += 1)
    await deliver(stage, [{ order_create: inventedOrder(place, ORDERS, troubleOf(place)) }])
  for (const place of [12, 40, 77, 121])
    await deliver(stage, [{ order_refund: refundedOrder(inventedOrder(place, ORDERS), 14) }])
}

function troubleOf(place: number): JsonObject {
  if (place % 29 === 3)
    return { current_stage: 'Accounts Receivable', payment: { payment_status: 'Unprocessed' } }
  if (place % 41 === 7) return { payment: { payment_status: 'Processed', test_order: true } }
  return {}
}

/** Some are refused, the newest get no answer that counts. */
function answerTo({ body }: ReceivedRequest): Behaviour {
  const place = Number(/<order_id>DEMO-20261(\d{3})</.exec(body)?.[1] ?? 0)
  if (place % 37 === 36) return status(422, { 'content-type': 'text/xml' }, noSuchProduct(body))
  return place > 157 ? status(500) : accept
}

function noSuchProduct(body: string): string {
  return `<error>No such product: ${/<item_id>([^<]*)</.exec(body)?.[1]}</error>`
}

const AFFILIATES = ['Anaïs', 'Björn', 'Chiara', 'Dmitri', 'Ewa', 'Femi'].map((firstName, at) => ({
  affiliateId: 204_931 + at,
  approved: at % 3 !== 2,
  firstName,
  lastName: 'Moreau-Lindqvist',
  company: at % 2 === 0 ? 'Tea Letters' : '',
  email: `partner${at}@example.com`,
}))

/** As ONTRAPORT does. */
async function pollItems(stage: Stage): Promise<void> {
  const { key } = await stage.admin('feed-key', 'show', MERCHANT)
  for (let poll = 0; poll < 3; poll += 1)
    await fetch(`${stage.url}/api/items/${MERCHANT}?key=${key}`)
}
