import { anAutoOrder, anItem, anOrder, anOrderItem, type JsonObject } from './build-order.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'

/** As long as a text of a store's database can be. */
const ENDLESS = '<b>endless</b>'.repeat(7_200)
const TEXTS = [...HOSTILE_TEXTS, ENDLESS, 'W'.repeat(3_000)]

type Store = { url: string; merchantId: string; authorization: string }

/** Lets a store report orders, items and affiliates whose every text is hostile. */
export async function deliverHostileStore(store: Store): Promise<void> {
  const events = TEXTS.flatMap((text, index) => [
    { order_create: hostileOrder(text, store.merchantId) },
    { auto_order_update: hostileAutoOrder(text, index, store.merchantId) },
    { item_update: hostileItem(text, index, store.merchantId) },
  ])
  await post(store, `/api/webhooks/ultracart/${store.merchantId}`, { events })
  const affiliates = TEXTS.map((text, index) => hostileAffiliate(text, index + 1))
  await post(store, `/api/affiliates/${store.merchantId}`, affiliates)
}

function hostileOrder(text: string, merchantId: string): JsonObject {
  const name = { first_name: text, last_name: text, company: text, address1: text, city: text }
  return anOrder({
    merchant_id: merchantId,
    billing: { ...name, email: `"${text.slice(0, 40)}"@evil.example`, day_phone: text },
    shipping: { ...name, shipping_method: text },
    items: [anOrderItem({ description: text, merchant_item_id: `ID ${text}`.slice(0, 90) })],
    checkout: { custom_field1: text, custom_field2: text, screen_branding_theme_code: text },
    marketing: { advertising_source: text },
  })
}

function hostileAutoOrder(text: string, index: number, merchantId: string): JsonObject {
  return anAutoOrder({
    merchant_id: merchantId,
    auto_order_oid: 7_000 + index,
    auto_order_code: `${index} ${text}`.slice(0, 90),
  })
}

function hostileItem(text: string, index: number, merchantId: string): JsonObject {
  return anItem({
    merchant_id: merchantId,
    merchant_item_id: `${index} ${text}`.slice(0, 90),
    description: text,
  })
}

function hostileAffiliate(text: string, affiliateId: number): JsonObject {
  const short = text.slice(0, 200)
  return {
    affiliateId,
    approved: affiliateId % 2 === 0,
    email: `a${affiliateId}@evil.example`,
    firstName: short,
    lastName: short,
    company: short,
  }
}

async function post({ url, authorization }: Store, path: string, body: unknown): Promise<void> {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
}
