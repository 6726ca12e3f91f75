import {
  API_APP_ID,
  API_KEY,
  type ApiRequest,
  type ApiStandIn,
  startOntraportApi,
} from '../ontraport-api/start-api.ts'
import { accept } from '../ontraport-behaviour.ts'
import { startOntraport } from '../ontraport-stand-in.ts'
import { type Arrival, labelOf, PARTIAL_LABEL, referenceOf, WHOLE_LABEL } from './stories.ts'

export type KillWay = 'receiver' | 'rest'

/** ONTRAPORT as an installation that is killed again and again sees it. */
export type KillReceiver = {
  environment: Record<string, string>
  /** What `merchant set` needs, so that messages go there; `null` where nothing is needed. */
  wayOptions: readonly string[] | null
  /** Called with each request before it is answered; `isSale` for one that books a sale. */
  watch: (onRequest: ((request: { isSale: boolean }) => void) | null) => void
  /** What was told, in its order of arrival. */
  arrivals: () => Arrival[]
  close: () => Promise<void>
}

export function startKillReceiver(way: KillWay): Promise<KillReceiver> {
  return way === 'rest' ? startApiReceiver() : startXmlReceiver()
}

async function startXmlReceiver(): Promise<KillReceiver> {
  const ontraport = await startOntraport()
  return {
    environment: { ONTRAPORT_URL: ontraport.url },
    wayOptions: null,
    watch: (onRequest) =>
      ontraport.respond(() => {
        onRequest?.({ isSale: true })
        return accept
      }),
    arrivals: () => ontraport.received.map(({ body }) => labelOf(body)),
    close: ontraport.close,
  }
}

async function startApiReceiver(): Promise<KillReceiver> {
  const api = await startOntraportApi({ limit: 1_000_000 })
  api.account.addProduct('CLUB-MONTHLY')
  return {
    environment: { ONTRAPORT_API_URL: api.url, ONTRAPORT_API_CALLS_A_MINUTE: '60000' },
    wayOptions: ['--way', 'rest', '--app-id', API_APP_ID, '--api-key', API_KEY],
    watch: (onRequest) =>
      api.failWith(({ path }) => {
        onRequest?.({ isSale: path === '/transaction/processManual' })
        return null
      }),
    arrivals: () => api.requests.flatMap((request) => readCall(api, request)),
    close: api.close,
  }
}

/** Which message a call tells; the others of a message tell nothing yet. */
function readCall({ account }: ApiStandIn, { method, path, body }: ApiRequest): Arrival[] {
  const [id] = Array.isArray(body.ids) ? body.ids.map(String) : []
  const told = (contactId: unknown, label: string): Arrival[] => {
    const contact = account.contacts.find((row) => row.id === String(contactId))
    return [{ reference: referenceOf(String(contact?.email)), label }]
  }
  switch (`${method} ${path}`) {
    case 'POST /transaction/processManual':
      return told(body.contact_id, 'sale')
    case 'PUT /transaction/refund':
      return told(account.transactions.find((row) => row.id === id)?.contact_id, WHOLE_LABEL)
    case 'PUT /objects/tagByName': {
      const [tag = ''] = Array.isArray(body.add_names) ? body.add_names.map(String) : []
      return told(id, tag === 'Partial refund' ? PARTIAL_LABEL : tag.replace('Auto order: ', ''))
    }
    default:
      return []
  }
}
