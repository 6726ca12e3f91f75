import { API_APP_ID, API_KEY, startOntraportApi } from './ontraport-api/start-api.ts'
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
      Object.assign(api.account, { contacts: [], products: [], transactions: [] })
      api.requests.length = 0
    },
    close: async () => {
      await world.close()
      await api.close()
    },
  }
}

export type ApiWorld = Awaited<ReturnType<typeof startApiWorld>>
