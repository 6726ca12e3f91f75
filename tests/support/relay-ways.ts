import { type ApiWorld, emptyAccount, startApiWorld } from './api-world.ts'
import type { ApiRequest } from './ontraport-api/start-api.ts'
import { type Behaviour, status } from './ontraport-behaviour.ts'
import type { RelayWorld } from './relay.ts'
import { assertValid } from './xml-schema.ts'

export const WAY_NAMES = ['receiver', 'rest'] as const
export type WayName = (typeof WAY_NAMES)[number]

/** What ONTRAPORT was told, whichever way, and of which buyer, by email. */
export type Told =
  | { kind: 'sale' | 'refund'; buyer: string; refunded: 'whole' | 'part' | null }
  | { kind: 'word'; word: string }

/** One of ONTRAPORT's doors, as the suite for both sees it. */
export type RelayWay = {
  name: WayName
  /** In the order of arrival. */
  told: () => Told[]
  /** How many requests came. */
  requestCount: () => number
  forget: () => void
  /** What happens to every request from now on; `null` accepts. */
  respond: (behaviour: Behaviour | null) => void
  /** Turns the key away that is in use. */
  turnAway: () => void
  /** Enters one that is good. */
  renewKey: () => Promise<unknown>
  /** Throws where a document is not as its schema has it. */
  expectValid: () => Promise<void>
}

/** One relay world with both of ONTRAPORT's doors. */
export async function startBothWays() {
  const { api, world, save, close } = await startApiWorld([['api-create-products', 'on']])
  const { services, access } = world
  await save({ isUsedNow: false })
  return {
    world,
    /** Sends by this door from now on. */
    use: async (name: WayName): Promise<RelayWay> => {
      await services.setWay(access, name)
      return name === 'receiver' ? receiverWay(world) : restWay({ api, save })
    },
    close,
  }
}

function receiverWay(world: RelayWorld): RelayWay {
  const { ontraport, services, access } = world
  return {
    name: 'receiver',
    told: () => ontraport.received.flatMap(({ body }) => readDocument(body)),
    requestCount: () => ontraport.received.length,
    forget: () => {
      ontraport.received.length = 0
    },
    respond: (behaviour) => ontraport.respond(behaviour ?? { kind: 'accept' }),
    turnAway: () =>
      ontraport.respond((request) =>
        request.key === world.key ? status(403, {}, 'stale') : { kind: 'accept' },
      ),
    renewKey: () => services.saveApiKey(access, { apiKey: 'fresh-key-0001' }),
    expectValid: async () => {
      for (const { body } of ontraport.received)
        if (readDocument(body).length > 0) await assertValid(body, schemaOf(body))
    },
  }
}

function schemaOf(body: string): 'sale' | 'refund' | 'auto-order-status' {
  if (body.includes('<auto_order>')) return 'auto-order-status'
  return body.includes('<total_refunded>') ? 'refund' : 'sale'
}

/** A key's test is an empty document. */
function readDocument(body: string): Told[] {
  if (body.includes('<auto_order>'))
    return [{ kind: 'word', word: /<status>([^<]+)</.exec(body)?.[1] ?? '' }]
  if (!body.includes('<order_id>')) return []
  const buyer = /<email>([^<]+)</.exec(body)?.[1] ?? ''
  const refunded = [...body.matchAll(/<total_refunded>([^<]+)</g)].at(-1)?.[1]
  const total = [...body.matchAll(/<total>([^<]+)</g)].at(-1)?.[1]
  if (refunded === undefined) return [{ kind: 'sale', buyer, refunded: null }]
  return [{ kind: 'refund', buyer, refunded: refunded === total ? 'whole' : 'part' }]
}

const KNOWN_PRODUCTS = ['CLUB-MONTHLY', 'TEA-GREEN-100']

function restWay({ api, save }: Pick<ApiWorld, 'api' | 'save'>): RelayWay {
  const forget = () => {
    emptyAccount(api)
    // Sales at once do not wait for each other to make one.
    for (const name of KNOWN_PRODUCTS) api.account.addProduct(name)
  }
  forget()
  api.failWith(() => null)
  return {
    name: 'rest',
    told: () => api.requests.flatMap((request) => readCall(api, request)),
    requestCount: () => api.requests.length,
    forget,
    respond: (behaviour) =>
      api.failWith(() => (behaviour === null ? null : { when: 'instead', behaviour })),
    turnAway: () =>
      api.failWith(() => ({ when: 'instead', behaviour: status(403, {}, 'No permission') })),
    renewKey: () => {
      api.failWith(() => null)
      return save({ isUsedNow: true })
    },
    expectValid: async () => undefined,
  }
}

/** What a call tells; the look-ups and the calls before it tell nothing. */
function readCall({ account }: ApiWorld['api'], { method, path, body }: ApiRequest): Told[] {
  const buyerOf = (contactId: unknown) =>
    String(account.contacts.find((row) => row.id === String(contactId))?.email ?? '')
  const [id] = Array.isArray(body.ids) ? body.ids.map(String) : []
  switch (`${method} ${path}`) {
    case 'POST /transaction/processManual':
      return [{ kind: 'sale', buyer: buyerOf(body.contact_id), refunded: null }]
    case 'PUT /transaction/refund': {
      const sale = account.transactions.find((row) => row.id === id)
      return [{ kind: 'refund', buyer: buyerOf(sale?.contact_id), refunded: 'whole' }]
    }
    case 'PUT /objects/tagByName':
      return (Array.isArray(body.add_names) ? body.add_names : []).flatMap((tag) =>
        readTag(String(tag), buyerOf(id)),
      )
    default:
      return []
  }
}

function readTag(tag: string, buyer: string): Told[] {
  const word = /^Auto order: (.+)$/.exec(tag)?.[1]
  if (word !== undefined) return [{ kind: 'word', word }]
  return tag === 'Partial refund' ? [{ kind: 'refund', buyer, refunded: 'part' }] : []
}
