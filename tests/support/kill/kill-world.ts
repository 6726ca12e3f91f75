import { randomBytes } from 'node:crypto'
import { addMerchantTo } from '../add-merchant.ts'
import type { OntraportStandIn } from '../ontraport-stand-in.ts'
import { makeOpenFolder } from '../open-folder.ts'
import { runAdmin } from '../run-admin.ts'
import { type KillReceiver, type KillWay, startKillReceiver } from './kill-receiver.ts'
import { type PostgresProxy, startPostgresProxy } from './postgres-proxy.ts'
import { makePostgres, makeWeb, makeWorker, type Part, type PostgresPart } from './product-parts.ts'

/** A whole installation of separate processes, each of which can be killed, with a view of what they say to PostgreSQL. */
export type KillWorld = {
  url: string
  receiver: KillReceiver
  parts: { web: Part; worker: Part; postgres: PostgresPart }
  proxies: { web: PostgresProxy; worker: PostgresProxy }
  /** The Authorization header of each merchant. */
  merchants: ReadonlyMap<string, string>
  askingMerchants: ReadonlySet<string>
  close(): Promise<void>
}

const RETRYING = ['RETRY1', 'RETRY2']
const ASKING = ['ASK1', 'ASK2']

export async function startKillWorld(way: KillWay): Promise<KillWorld> {
  const receiver = await startKillReceiver(way)
  const postgres = makePostgres()
  await postgres.start()
  const proxies = {
    web: await startPostgresProxy(postgres.url()),
    worker: await startPostgresProxy(postgres.url()),
  }
  const environment = { ...installationOf({ url: '' }), ...receiver.environment }
  const web = await makeWeb({ ...environment, DATABASE_URL: proxies.web.url })
  const worker = makeWorker({ ...environment, DATABASE_URL: proxies.worker.url })
  await web.start()
  const merchants = await addMerchants(
    { ...environment, DATABASE_URL: postgres.url() },
    receiver.wayOptions,
  )
  await worker.start()
  return {
    url: web.url,
    receiver,
    parts: { web, worker, postgres },
    proxies,
    merchants,
    // By the API an order can be looked up, so that nobody is asked.
    askingMerchants: new Set(way === 'rest' ? [] : ASKING),
    close: async () => {
      await Promise.all([web.stop(), worker.stop()])
      await Promise.all([proxies.web.close(), proxies.worker.close()])
      await postgres.stop()
      await receiver.close()
    },
  }
}

/** What the processes of one installation share, but for the database. */
export function installationOf(ontraport: Pick<OntraportStandIn, 'url'>): Record<string, string> {
  return {
    APP_SECRET: randomBytes(24).toString('hex'),
    DATA_DIR: makeOpenFolder(),
    ...(ontraport.url === '' ? {} : { ONTRAPORT_URL: ontraport.url }),
    LOG_LEVEL: 'warn',
  }
}

/** Two merchants of each rule for lost answers; gives their Authorization headers. */
export async function addMerchants(
  environment: Record<string, string>,
  wayOptions: readonly string[] | null = null,
): Promise<Map<string, string>> {
  const added = new Map<string, string>()
  for (const merchantId of [...RETRYING, ...ASKING]) {
    const rule = ASKING.includes(merchantId) ? 'on-unknown=ask' : 'on-unknown=retry'
    added.set(
      merchantId,
      await addMerchantTo(environment, merchantId, { options: ['--rule', rule] }),
    )
    if (wayOptions !== null) await chooseWay(environment, merchantId, wayOptions)
  }
  return added
}

async function chooseWay(
  environment: Record<string, string>,
  merchantId: string,
  wayOptions: readonly string[],
): Promise<void> {
  const args = ['merchant', 'set', merchantId, ...wayOptions]
  const { exitCode, stderr } = await runAdmin(args, { env: environment })
  if (exitCode !== 0) throw new Error(stderr)
}
