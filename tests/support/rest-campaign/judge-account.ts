import type { JsonObject } from '../build-order.ts'
import { type ApiAccount, productsOf } from '../ontraport-api/account.ts'
import type { CampaignOrder } from './orders.ts'

/** As the campaign's rules have it. */
export const SALE_TAG = 'Buyer'

const PAID = '1'
const REFUNDED = '2'

/** What is wrong with what an account has of these orders, a sentence each. */
export function judgeAccount(account: ApiAccount, orders: readonly CampaignOrder[]): string[] {
  const sales = Map.groupBy(account.transactions, (sale) => String(sale.external_order_id))
  const contacts = Map.groupBy(account.contacts, (contact) => String(contact.email))
  const known = new Set(orders.map(({ orderId }) => orderId))
  return [
    ...orders.flatMap((order) => judgeSales(order, sales.get(order.orderId) ?? [])),
    ...orders.flatMap((order) => judgeContacts(order, contacts.get(order.email) ?? [])),
    ...[...sales.keys()].filter((id) => !known.has(id)).map((id) => `nobody placed ${id}`),
    ...judgeProducts(account),
  ]
}

function judgeSales(order: CampaignOrder, sales: readonly JsonObject[]): string[] {
  const { orderId, totalCents, isRefunded } = order
  const [sale] = sales
  if (sale === undefined || sales.length > 1) return [`${orderId} is ${sales.length} sales`]
  const cents = Math.round(productsOf(sale).reduce((sum, one) => sum + Number(one.total) * 100, 0))
  const status = isRefunded ? REFUNDED : PAID
  return [
    ...(cents === totalCents ? [] : [`${orderId} comes to ${cents} cents, not ${totalCents}`]),
    ...(sale.status === status ? [] : [`${orderId} has status ${sale.status}, not ${status}`]),
  ]
}

function judgeContacts({ email }: CampaignOrder, contacts: readonly JsonObject[]): string[] {
  const [contact] = contacts
  if (contact === undefined || contacts.length > 1)
    return [`${email} is ${contacts.length} contacts`]
  const isTagged = Array.isArray(contact.tags) && contact.tags.includes(SALE_TAG)
  return isTagged ? [] : [`${email} has no tag`]
}

function judgeProducts({ products }: ApiAccount): string[] {
  const byName = Map.groupBy(products, ({ name }) => String(name))
  return [...byName].flatMap(([name, rows]) =>
    rows.length > 1 ? [`the product ${name} is there ${rows.length} times`] : [],
  )
}
