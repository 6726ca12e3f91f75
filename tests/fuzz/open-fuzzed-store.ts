import { anOrder } from '#tests/support/build-order.ts'
import type { Product } from '#tests/support/product.ts'
import { runScript } from '#tests/support/program.ts'
import type { Keys } from './door-calls.ts'

const MERCHANT = 'DEMO'
const PASSWORD = 'fuzz-webhook-password'

/** A merchant with a theme, a token, a feed key and some orders in its log. */
export async function openFuzzedStore(product: Product): Promise<Keys> {
  const admin = (...args: string[]) => runAdmin(product, args)
  await admin('merchant', 'add', MERCHANT, '--webhook-user', 'fuzz', '--webhook-password', PASSWORD)
  const { token } = await admin('token', 'add', MERCHANT)
  const { key } = await admin('feed-key', 'show', MERCHANT)
  await admin('merchant', 'set', MERCHANT, '--method', 'pixel')
  await admin('theme', 'set', MERCHANT, 'default', 'myaccount.ontraport.com')
  const basic = `Basic ${Buffer.from(`fuzz:${PASSWORD}`).toString('base64')}`
  await deliverOrders(product.url, basic)
  const transmissionIds = await listIds(product.url, String(token))
  return {
    merchantId: MERCHANT,
    basic,
    token: String(token),
    feedKey: String(key),
    transmissionIds,
  }
}

async function runAdmin(product: Product, args: string[]): Promise<Record<string, unknown>> {
  const environment = { DATA_DIR: product.dataDir, LOG_LEVEL: 'silent' }
  const program = runScript('admin.ts', environment, [...args, '--json'])
  if ((await program.exit) !== 0) throw new Error(program.output())
  return JSON.parse(program.output())
}

async function deliverOrders(url: string, authorization: string): Promise<void> {
  const orders = Array.from({ length: 5 }, () => anOrder())
  const answer = await fetch(`${url}/api/webhooks/ultracart/${MERCHANT}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ events: orders.map((order) => ({ order_create: order })) }),
  })
  if (answer.status !== 200) throw new Error(`The webhook answered ${answer.status}.`)
}

async function listIds(url: string, token: string): Promise<string[]> {
  const answer = await fetch(`${url}/api/transmissions`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const { transmissions }: { transmissions: { id: string }[] } = await answer.json()
  return transmissions.map(({ id }) => id)
}
