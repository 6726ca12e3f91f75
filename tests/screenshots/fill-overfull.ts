import {
  anAutoOrder,
  anItem,
  anOrder,
  anOrderItem,
  anUnpaidOrder,
  type JsonObject,
} from '#tests/support/build-order.ts'
import { status } from '#tests/support/ontraport-behaviour.ts'
import { addStore, deliver, deliverAffiliates, settle } from './deliver.ts'
import { findPlaces } from './find-places.ts'
import { signInAsOwner } from './sign-in.ts'
import type { Stage } from './stage.ts'
import type { Store } from './stores.ts'

const MERCHANT = 'OVERFULL_MERCHANT'
const NAME = 'Donaudampfschifffahrtsgesellschaftskapitänswitwenteeversandhandelskontor & Töchter'
const LONG_NAME = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh'
const EMAIL = `${'a.very.long.name.'.repeat(3)}indeed@mail.subsidiary.of-a-company.example.com`
const OWNER = 'wolfeschlegelsteinhausenbergerdorff@mail.subsidiary.example.com'
const LONG_ITEM = 'TEA-GREEN-SENCHA-FIRST-FLUSH-ORGANIC-UJI-KYOTO-100G-REFILL'

/** Hundreds of rows, forty lines, names without end, every warning there is, and a key that has gone stale. */
export const OVERFULL_STORE: Store = {
  merchantId: MERCHANT,
  fill: async (stage) => {
    await addStore(stage, NAME)
    for (const item of [LONG_ITEM, 'TEA-2'])
      await stage.admin('mapping', 'set', MERCHANT, item, LONG_NAME)
    await deliver(stage, items())
    await sellTooMuch(stage)
    await deliverAffiliates(stage, affiliates())
    await settle(stage)
    stage.ontraport.respond(status(403, {}, '<error>The key is not known</error>'))
    await deliver(
      stage,
      many(20, (at) => ({ order_create: longOrder(600 + at) })),
    )
    await settle(stage)
    const page = await signInAsOwner(stage, OWNER)
    return { page, places: await findPlaces(stage) }
  },
}

async function sellTooMuch(stage: Stage): Promise<void> {
  await deliver(
    stage,
    many(150, (at) => ({ order_create: longOrder(at) })),
  )
  await settle(stage)
  stage.ontraport.respond(status(422, {}, `<error>${'No such product. '.repeat(40)}</error>`))
  await deliver(
    stage,
    many(100, (at) => ({ order_create: longOrder(200 + at) })),
  )
  await settle(stage)
  stage.ontraport.respond({ kind: 'accept' })
  await deliver(
    stage,
    many(60, (at) => ({ order_create: heldOrder(at) })),
  )
  await deliver(
    stage,
    many(60, (at) => ({ auto_order_update: autoOrder(at) })),
  )
}

function longOrder(place: number): JsonObject {
  const name = { first_name: LONG_NAME, last_name: LONG_NAME }
  return anOrder({
    merchant_id: MERCHANT,
    order_id: `${MERCHANT}-2026-WHOLESALE-${place}`,
    billing: { ...name, company: NAME, email: EMAIL },
    items: many(40, (at) =>
      anOrderItem({
        item_index: at + 1,
        merchant_item_id: at === 0 ? LONG_ITEM : `TEA-${at}`,
        description: `${LONG_NAME}, tea ${at + 1} of 40`,
      }),
    ),
  })
}

const STAGES = [
  'Accounts Receivable',
  'Pre-ordered',
  'Quote Sent',
  'Fraud Review',
  'Pending Clearance',
]

function heldOrder(place: number): JsonObject {
  return anUnpaidOrder({
    merchant_id: MERCHANT,
    order_id: `${MERCHANT}-2026-HELD-${place}`,
    current_stage: STAGES[place % STAGES.length] ?? '',
    billing: { email: EMAIL },
  })
}

function autoOrder(place: number): JsonObject {
  return anAutoOrder({
    merchant_id: MERCHANT,
    auto_order_code: `AUTO-ORDER-${LONG_NAME.toUpperCase()}-${place}`,
    credit_card_attempt: place % 2,
  })
}

function items(): JsonObject[] {
  return many(120, (at) => ({
    item_update: anItem({
      merchant_id: MERCHANT,
      merchant_item_id: at === 0 ? LONG_ITEM : `TEA-${at}`,
      description: `${NAME}, number ${at}`,
      content: { attributes: [{ name: 'oapProductid', value: `${LONG_NAME} ${at % 30}` }] },
    }),
  }))
}

function affiliates(): JsonObject[] {
  return many(400, (at) => ({
    affiliateId: 900_000_000 + at,
    approved: at % 2 === 0,
    firstName: LONG_NAME,
    lastName: LONG_NAME,
    company: NAME,
    email: `${at}.${EMAIL}`,
  }))
}

function many<Made>(count: number, make: (at: number) => Made): Made[] {
  return Array.from({ length: count }, (_, at) => make(at))
}
