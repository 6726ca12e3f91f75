import {
  API_APP_ID,
  API_KEY,
  type ApiStandIn,
  startOntraportApi,
} from './ontraport-api/start-api.ts'
import { startRelayWorld } from './relay.ts'

/** More calls a minute than any test makes. */
const FREE_CALLS = 60_000

/**
 * A relay world with ONTRAPORT's API beside its receiver. Nothing goes by the
 * API before its App ID and key are saved.
 */
export async function startApiWorld(rules: [string, string][] = []) {
  const api = await startOntraportApi({ limit: FREE_CALLS })
  process.env.ONTRAPORT_API_URL = api.url
  process.env.ONTRAPORT_API_CALLS_A_MINUTE = '60000'
  const world = await startRelayWorld(rules)
  return {
    api,
    world,
    save: ({ isUsedNow }: { isUsedNow: boolean }) =>
      world.services.saveAppCredentials(world.access, {
        appId: API_APP_ID,
        key: API_KEY,
        isUsedNow,
      }),
    /** Everything that a test has left is gone, at both ends. */
    reset: async () => {
      await world.reset()
      api.failWith(() => null)
      api.deny([])
      emptyAccount(api)
    },
    close: async () => {
      await world.close()
      await api.close()
    },
  }
}

/** The account has nothing in it, and of its calls nothing is remembered. */
export function emptyAccount({ account, requests }: ApiStandIn): void {
  requests.length = 0
  Object.assign(account, { contacts: [], products: [], transactions: [] })
}

export type ApiWorld = Awaited<ReturnType<typeof startApiWorld>>
