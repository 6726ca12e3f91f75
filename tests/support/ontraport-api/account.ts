import type { Json, JsonObject } from '../build-order.ts'

export type ApiAnswer = { status: number; body: Json | string }

type Row = JsonObject & { id: string }

/** A list never has more, and nothing says so (ONTRAPORT's PHP SDK, and a public connector's probes). */
const MOST_ROWS = 50
/** What a sale's status becomes ("Transactions" of ONTRAPORT's PHP SDK: 1 paid, 2 refunded, 4 void). */
const PAID = '1'
const REVERSED: Readonly<Record<string, string>> = { refund: '2', void: '4' }

/**
 * An account of ONTRAPORT as far as a relay calls it, by its public rules; the
 * source of each stands beside it. Ids are one row of numbers, as text.
 */
export class ApiAccount {
  readonly id: string
  contacts: Row[] = []
  products: Row[] = []
  transactions: Row[] = []
  #lastId = 100

  constructor(id: string) {
    this.id = id
  }

  addProduct(name: string): string {
    const id = this.#nextId()
    this.products.push({ id, name })
    return id
  }

  /** A contact is merged into another one: its id is gone (WP Fusion's source: "Invalid Contact ID"). */
  merge(email: string): void {
    for (const row of this.contacts) if (row.email === email) row.id = this.#nextId()
  }

  answer(method: string, path: string, query: URLSearchParams, body: JsonObject): ApiAnswer {
    switch (`${method} ${path}`) {
      case 'GET /Contacts/getInfo':
      case 'GET /Products/getInfo':
      case 'GET /Transactions/getInfo':
        return this.#data({ count: '0' })
      case 'GET /Products':
        return this.#list(this.products, query)
      case 'GET /Transactions':
        return this.#list(this.transactions, query)
      case 'POST /Contacts/saveorupdate':
        return this.#saveContact(body)
      case 'POST /Products':
        return this.#data({ id: this.addProduct(String(body.name)) })
      case 'POST /transaction/processManual':
        return this.#logSale(body)
      case 'PUT /transaction/refund':
      case 'PUT /transaction/void':
        return this.#reverse(path.split('/').at(-1) ?? '', idsOf(body))
      case 'PUT /objects/tagByName':
        return this.#tag(idsOf(body), (tags) => [...tags, ...textsOf(body.add_names)])
      case 'DELETE /objects/tagByName':
        // Names that nobody has are passed over (a public connector's probes).
        return this.#tag(idsOf(body), (tags) =>
          tags.filter((tag) => !textsOf(body.remove_names).includes(tag)),
        )
      default:
        return { status: 404, body: 'Object not found' }
    }
  }

  /** Matched by email; the id of a new one and of a known one stand in two places (four public clients). */
  #saveContact({ ignore_blanks, ...fields }: JsonObject): ApiAnswer {
    const email = String(fields.email ?? '')
    // Since 2019-10-22 (a public connector's change log).
    if (!/^\S+@\S+\.\S+$/.test(email))
      return { status: 422, body: 'Invalid value for field: email' }
    const known = this.contacts.find((row) => row.email === email)
    if (known === undefined) {
      const row = { ...fields, id: this.#nextId(), tags: [] }
      this.contacts.push(row)
      return this.#data({ id: row.id })
    }
    const given = Object.entries(fields).filter(
      ([, value]) => value !== '' || String(ignore_blanks) !== '1',
    )
    Object.assign(known, Object.fromEntries(given))
    return this.#data({ attrs: { id: known.id } })
  }

  #logSale(body: JsonObject): ApiAnswer {
    const contact = this.contacts.find((row) => row.id === String(body.contact_id))
    if (contact === undefined) return { status: 404, body: 'Invalid Contact ID' }
    // Anything but `chargeLog` would charge a card or ask for money (the API's documentation).
    if (body.chargeNow !== 'chargeLog') return { status: 400, body: 'No gateway' }
    const products = productsOf(body)
    // Quantity 0 or none is an error (WP Fusion's change log), and a product must exist.
    if (products.length === 0 || products.some((one) => !(Number(one.quantity) >= 1)))
      return { status: 400, body: 'Invalid quantity' }
    if (products.some((one) => !this.products.some((row) => row.id === String(one.id))))
      return { status: 404, body: 'Object not found' }
    const id = this.#nextId()
    this.transactions.push({ ...body, id, status: PAID, contact_id: contact.id })
    return this.#data({ invoice_id: Number(id) })
  }

  /** Whole sales only: there is no amount (ONTRAPORT's PHP SDK). */
  #reverse(how: string, ids: string[]): ApiAnswer {
    const rows = this.transactions.filter((row) => ids.includes(row.id))
    if (rows.length === 0) return { status: 404, body: 'Object not found' }
    for (const row of rows) row.status = REVERSED[how] ?? PAID
    return this.#data('Refunded')
  }

  #tag(ids: string[], change: (tags: string[]) => string[]): ApiAnswer {
    const rows = this.contacts.filter((row) => ids.includes(row.id))
    if (rows.length === 0) return { status: 404, body: 'Object not found' }
    for (const row of rows) row.tags = [...new Set(change(textsOf(row.tags)))]
    return this.#data('The subscription is now being processed.')
  }

  /** `condition` is a JSON list (ONTRAPORT's PHP SDK); what is not found is an empty list or 404. */
  #list(rows: Row[], query: URLSearchParams): ApiAnswer {
    const conditions: { field: { field: string }; value: { value: string } }[] = JSON.parse(
      query.get('condition') ?? '[]',
    )
    const found = rows.filter((row) =>
      conditions.every(
        ({ field, value }) =>
          String(row[field.field] ?? '').toLowerCase() === value.value.toLowerCase(),
      ),
    )
    const start = Number(query.get('start') ?? 0)
    return this.#data(found.slice(start, start + MOST_ROWS))
  }

  /** The envelope of a success (the API's documentation). */
  #data(data: Json): ApiAnswer {
    return { status: 200, body: { code: 0, data, account_id: this.id } }
  }

  #nextId(): string {
    this.#lastId += 1
    return String(this.#lastId)
  }
}

export function productsOf({ offer }: JsonObject): JsonObject[] {
  const products = isObject(offer) ? offer.products : []
  return Array.isArray(products) ? products.filter(isObject) : []
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function idsOf({ ids }: JsonObject): string[] {
  return textsOf(ids)
}

function textsOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : []
}
