import { hashToken } from '#lib/secrets.ts'
import { isEmail, listOf, type SandboxAnswerBody, textsOf } from './sandbox-call.ts'

/** What the account inside the product keeps; references hold nothing of a person. */
export type SandboxStore = {
  find: (kind: SandboxKind, reference: string) => Promise<string | null>
  keep: (kind: SandboxKind, reference: string, value: string) => Promise<void>
  /** Whether ONTRAPORT's real account lists a product of this name; `null` where its list was never fetched. */
  isListed: (productName: string) => Promise<boolean | null>
}

export type SandboxKind = 'contact' | 'contact-id' | 'product' | 'product-id' | 'sale' | 'status'

export type SandboxRequest = {
  method: string
  path: string
  query: URLSearchParams
  body: Record<string, unknown>
}

/** Statuses of a transaction: 1 paid, 2 refunded, 4 void ("Transactions" of ONTRAPORT's PHP SDK). */
const REVERSED: ReadonlyMap<string, string> = new Map([
  ['/transaction/refund', '2'],
  ['/transaction/void', '4'],
])
const PAID = '1'

/** Answers a call as an account of ONTRAPORT does, by its public rules; the source of each stands beside it. */
export async function answerAsAccount(
  store: SandboxStore,
  { method, path, query, body }: SandboxRequest,
): Promise<SandboxAnswerBody> {
  switch (`${method} ${path}`) {
    case 'POST /Contacts/saveorupdate':
      return saveContact(store, body)
    case 'GET /Products':
      return findProduct(store, conditionOf(query, 'name'))
    case 'POST /Products':
      return data({ id: await makeProduct(store, String(body.name)) })
    case 'GET /Transactions':
      return findSale(store, query)
    case 'POST /transaction/processManual':
      return logSale(store, body)
    case 'PUT /transaction/refund':
    case 'PUT /transaction/void':
      return reverse(store, path, textsOf(body.ids))
    case 'PUT /objects/tagByName':
    case 'DELETE /objects/tagByName':
      return tag(store, textsOf(body.ids))
    default:
      return { status: 404, body: 'Object not found' }
  }
}

/** Matched by email; the id of a new one and of a known one stand in two places (four public clients). */
async function saveContact(
  store: SandboxStore,
  { email }: Record<string, unknown>,
): Promise<SandboxAnswerBody> {
  // Since 2019-10-22 (a public connector's change log).
  if (!isEmail(email)) return { status: 422, body: 'Invalid value for field: email' }
  const reference = hashToken(email.toLowerCase())
  const known = await store.find('contact', reference)
  if (known !== null) return data({ attrs: { id: known } })
  const id = idOf('contact', reference)
  await store.keep('contact', reference, id)
  await store.keep('contact-id', id, '')
  return data({ id })
}

/** What is not found is an empty list, or 404 since 2022-04-13 (a public connector's change log). */
async function findProduct(store: SandboxStore, name: string): Promise<SandboxAnswerBody> {
  const known = await store.find('product', name)
  if (known !== null) return data([{ id: known, name }])
  if ((await store.isListed(name)) === false) return data([])
  return data([{ id: await makeProduct(store, name), name }])
}

async function makeProduct(store: SandboxStore, name: string): Promise<string> {
  const id = idOf('product', name)
  await store.keep('product', name, id)
  await store.keep('product-id', id, '')
  return id
}

async function findSale(store: SandboxStore, query: URLSearchParams): Promise<SandboxAnswerBody> {
  const orderId = conditionOf(query, 'external_order_id')
  const id = orderId === '' ? conditionOf(query, 'id') : await store.find('sale', orderId)
  const status = id === null || id === '' ? null : await store.find('status', id)
  if (status === null) return data([])
  return data([{ id, status, ...(orderId === '' ? {} : { external_order_id: orderId }) }])
}

async function logSale(
  store: SandboxStore,
  body: Record<string, unknown>,
): Promise<SandboxAnswerBody> {
  // A merged or deleted contact (WP Fusion's source).
  if ((await store.find('contact-id', String(body.contact_id))) === null)
    return { status: 404, body: 'Invalid Contact ID' }
  // Anything but `chargeLog` would charge a card or ask for money (the API's documentation).
  if (body.chargeNow !== 'chargeLog') return { status: 400, body: 'No gateway' }
  const lines = listOf(body.offer, 'products')
  // Quantity 0 or none is an error (WP Fusion's change log), and a product must exist.
  if (lines.length === 0 || lines.some(({ quantity }) => !(Number(quantity) >= 1)))
    return { status: 400, body: 'Invalid quantity' }
  for (const { id } of lines)
    if ((await store.find('product-id', String(id))) === null)
      return { status: 404, body: 'Object not found' }
  const orderId = String(body.external_order_id)
  const invoiceId = idOf('sale', `${orderId}/${JSON.stringify(lines)}`)
  await store.keep('sale', orderId, invoiceId)
  await store.keep('status', invoiceId, PAID)
  return data({ invoice_id: Number(invoiceId) })
}

/** Whole sales only: there is no amount (ONTRAPORT's PHP SDK). */
async function reverse(
  store: SandboxStore,
  path: string,
  ids: readonly string[],
): Promise<SandboxAnswerBody> {
  for (const id of ids) {
    if ((await store.find('status', id)) === null) return { status: 404, body: 'Object not found' }
    await store.keep('status', id, REVERSED.get(path) ?? PAID)
  }
  return data('Refunded')
}

/** Tags are made as they are named, and names that nobody has are passed over (a public connector's probes). */
async function tag(store: SandboxStore, ids: readonly string[]): Promise<SandboxAnswerBody> {
  for (const id of ids)
    if ((await store.find('contact-id', id)) === null)
      return { status: 404, body: 'Object not found' }
  return data('The subscription is now being processed.')
}

/** The value that the list's condition wants of a field (a JSON list in ONTRAPORT's PHP SDK); `''` for none. */
function conditionOf(query: URLSearchParams, wanted: string): string {
  const conditions = listOf({ list: JSON.parse(query.get('condition') ?? '[]') }, 'list')
  const found = conditions.find(({ field }) => JSON.stringify(field) === `{"field":"${wanted}"}`)
  const value = found?.value
  return typeof value === 'object' && value !== null && 'value' in value ? String(value.value) : ''
}

/** The envelope of a success (the API's documentation). */
function data(found: unknown): SandboxAnswerBody {
  return { status: 200, body: { code: 0, data: found, account_id: 'sandbox' } }
}

/** The same number for the same thing in every process. */
function idOf(kind: string, reference: string): string {
  return String(Number.parseInt(hashToken(`${kind}\n${reference}`).slice(0, 10), 16))
}
