import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Role } from '#lib/domain/access.ts'
import { anOrder, anOrderItem } from '#tests/support/build-order.ts'
import { type OntraportStandIn, startOntraport } from '#tests/support/ontraport-stand-in.ts'
import { type Product, startProduct } from '#tests/support/product.ts'
import { adminAnswer } from '#tests/support/run-admin.ts'
import { HttpSession } from './http-session.ts'

export const FIRST = 'FIRST'
export const SECOND = 'SECOND'
/** Stands in whatever the first merchant has, and nowhere else. */
export const MARK = 'belongs-to-the-first'
export const PASSWORD = 'four words do well'

/** Everybody who may come to a door: three members of the first merchant, an owner of another, and nobody in particular. */
export type Person = Role | 'outsider' | 'stranger'

export type Keys = { basic: string; token: string; feedKey: string }

/** A product with two merchants and a person of each kind. */
export type House = {
  product: Product
  databaseUrl: string
  transmissionId: string
  people: Record<Person, HttpSession>
  keys: Record<typeof FIRST | typeof SECOND, Keys>
  close(): Promise<void>
}

export async function openHouse(): Promise<House> {
  const ontraport = await startOntraport()
  const product = await startProduct({
    environment: {
      ONTRAPORT_URL: ontraport.url,
      ONTRAPORT_API_URL: ontraport.url,
      ULTRACART_URL: ontraport.url,
      RELAY_WORKER: 'off',
      LOG_LEVEL: 'error',
    },
  })
  const admin = (...args: string[]) => adminAnswer(args, { env: { DATA_DIR: product.dataDir } })
  const keys = { FIRST: await addMerchant(admin, FIRST), SECOND: await addMerchant(admin, SECOND) }
  await deliverMarkedOrder(product.url, keys.FIRST.basic)
  await admin('mapping', 'set', FIRST, `ITEM-${MARK}`, `Name ${MARK}`)
  await admin('theme', 'set', FIRST, 'default', `${MARK}.ontraport.com`)
  const people = await signEveryoneIn(product)
  const transmissionId = await firstTransmission(product.url, keys.FIRST.token)
  const { url }: { url: string } = JSON.parse(
    readFileSync(join(product.dataDir, 'postgres.json'), 'utf8'),
  )
  return {
    ...{ product, databaseUrl: url, transmissionId, people, keys },
    close: () => closeBoth(product, ontraport),
  }
}

async function closeBoth(product: Product, ontraport: OntraportStandIn): Promise<void> {
  await product.stop()
  await ontraport.close()
}

type Admin = (...args: string[]) => Promise<Record<string, unknown>>

async function addMerchant(admin: Admin, merchantId: string): Promise<Keys> {
  const password = `webhook-password-of-${merchantId}`
  await admin(
    ...['merchant', 'add', merchantId, '--api-key', `key-of-${merchantId}`],
    ...['--webhook-user', 'hook', '--webhook-password', password],
  )
  const { token } = await admin('token', 'add', merchantId)
  const { key } = await admin('feed-key', 'show', merchantId)
  return {
    basic: `Basic ${Buffer.from(`hook:${password}`).toString('base64')}`,
    token: String(token),
    feedKey: String(key),
  }
}

async function deliverMarkedOrder(url: string, authorization: string): Promise<void> {
  const order = anOrder({
    merchant_id: FIRST,
    billing: { email: `buyer@${MARK}.example.com`, company: MARK },
    items: [anOrderItem({ merchant_item_id: `ITEM-${MARK}` })],
  })
  const affiliate = { affiliateId: 11, approved: true, email: `affiliate@${MARK}.example.com` }
  for (const [path, body] of [
    [`/api/webhooks/ultracart/${FIRST}`, { events: [{ order_create: order }] }],
    [`/api/affiliates/${FIRST}`, affiliate],
  ] as const) {
    const init = { method: 'POST', headers: { authorization }, body: JSON.stringify(body) }
    const answer = await fetch(url + path, init)
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`)
  }
}

async function signEveryoneIn(product: Product): Promise<House['people']> {
  const member = (role: Role, merchantId = FIRST) =>
    signMemberIn(product, { email: `${role}@${merchantId}.example.com`, merchantId, role })
  return {
    owner: await member('owner'),
    editor: await member('editor'),
    viewer: await member('viewer'),
    outsider: await member('owner', SECOND),
    stranger: new HttpSession(product.url),
  }
}

/** Adds a user on the command line and signs them in as a browser does. */
export async function signMemberIn(
  { url, dataDir }: Product,
  { email, merchantId, role }: { email: string; merchantId: string; role: Role },
): Promise<HttpSession> {
  const args = ['user', 'add', email, '--merchant', merchantId, '--role', role]
  await adminAnswer(args, { input: `${PASSWORD}\n`, env: { DATA_DIR: dataDir } })
  const session = new HttpSession(url)
  const { url: to } = await session.signIn(email, PASSWORD)
  if (to.includes('error')) throw new Error(`${email} cannot sign in: ${to}`)
  return session
}

async function firstTransmission(url: string, token: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(`${url}/api/transmissions?type=sale`, { headers })
  const { transmissions }: { transmissions: { id: string }[] } = await answer.json()
  if (transmissions[0] === undefined) throw new Error('The first merchant has no transmission.')
  return transmissions[0].id
}
