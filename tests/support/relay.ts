import { readFileSync } from 'node:fs'
import type { TransmissionDetail, TransmissionRow } from '#lib/domain/transmission.ts'
import type { Json, JsonObject } from './build-order.ts'
import { type OntraportStandIn, startOntraport } from './ontraport-stand-in.ts'

const MERCHANT = 'DEMO'
const KEY = 'k-3f9a-test-key-7781'

/**
 * One merchant whose key opens a stand-in for ONTRAPORT, with the services
 * that take its webhooks and send its messages. `drain` does what the worker
 * does, without waiting for its clock.
 */
export async function startRelayWorld(rules: [string, string][] = []) {
  const ontraport = await startOntraport()
  process.env.ONTRAPORT_URL = ontraport.url
  const services = await importServices()
  const state = await import('./relay-state.ts')
  const { webhookUser, webhookPassword } = await services.addMerchant({
    merchantId: MERCHANT,
    apiKey: KEY,
    rules,
  })
  const access = { merchantId: MERCHANT, role: 'owner', actor: 'amy@example.com' } as const
  const authorization = `Basic ${Buffer.from(`${webhookUser}:${webhookPassword}`).toString('base64')}`

  const deliverText = (text: string) =>
    services.receiveWebhook({
      merchantId: MERCHANT,
      authorization,
      contentType: 'application/json',
      body: Buffer.from(text),
    })

  const postAffiliates = (posted: Json) =>
    services.receiveAffiliates({
      merchantId: MERCHANT,
      authorization,
      contentType: 'application/json',
      body: Buffer.from(JSON.stringify(posted)),
    })

  const log = async (reference?: string): Promise<TransmissionRow[]> => {
    const filter = reference === undefined ? {} : { reference }
    const page = await services.listTransmissions(access, filter, { limit: 200, cursor: null })
    return page.transmissions.toReversed()
  }

  const onlyRow = async (): Promise<TransmissionRow> => {
    const [row, ...others] = await log()
    if (row === undefined || others.length > 0) throw new Error('There is not one transmission.')
    return row
  }

  return {
    ontraport,
    services,
    access,
    authorization,
    key: KEY,
    deliverText,
    deliver: (...events: [string, JsonObject][]) =>
      deliverText(JSON.stringify({ events: events.map(([name, model]) => ({ [name]: model })) })),
    deliverFixture: (name: string) => deliverText(readFileSync(fixturePath(name), 'utf8')),
    postAffiliates,
    log,
    onlyRow,
    detail: (id: string): Promise<TransmissionDetail> => services.getTransmission(access, id),
    runRelay: () => services.runRelay(services.relayDeeds),
    drain: () => drain(services, log),
    work: () => work(services),
    ...state,
    reset: () => reset(ontraport),
    close: () => close(ontraport),
  }
}

export type RelayWorld = Awaited<ReturnType<typeof startRelayWorld>>

/** After the environment is set: the modules read it when they are loaded. */
async function importServices() {
  const modules = await Promise.all([
    import('#lib/services/add-merchant.ts'),
    import('#lib/services/receive-webhook.ts'),
    import('#lib/services/receive-affiliates.ts'),
    import('#lib/services/list-affiliates.ts'),
    import('#lib/services/preview-affiliates-csv.ts'),
    import('#lib/services/import-affiliates-csv.ts'),
    import('#lib/services/deliver-batch.ts'),
    import('#lib/services/list-transmissions.ts'),
    import('#lib/services/get-transmission.ts'),
    import('#lib/services/compose-today.ts'),
    import('#lib/services/resend-transmission.ts'),
    import('#lib/services/close-transmission.ts'),
    import('#lib/services/save-api-key.ts'),
    import('#lib/services/save-app-credentials.ts'),
    import('#lib/services/set-way.ts'),
    import('#lib/services/test-connection.ts'),
    import('#lib/services/reset-circuit.ts'),
    import('#lib/services/set-sandbox.ts'),
    import('#lib/services/set-sandbox-answer.ts'),
    import('#lib/services/get-sandbox.ts'),
    import('#lib/services/fill-sample-store.ts'),
    import('#lib/services/list-products.ts'),
    import('#lib/services/get-connection.ts'),
    import('#lib/services/set-relay-rules.ts'),
    import('#lib/services/preview-relay-rule.ts'),
    import('#lib/services/sweep-relay.ts'),
    import('#lib/services/run-relay.ts'),
    import('#lib/queue/boss.ts'),
    import('#lib/queue/tend-circuits.ts'),
    import('../../scripts/start/relay-deeds.ts'),
  ])
  return Object.assign({}, ...modules) as UnionToIntersection<(typeof modules)[number]>
}

type UnionToIntersection<Union> = (Union extends unknown ? (part: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never

type Services = Awaited<ReturnType<typeof importServices>>

async function drain(services: Services, log: () => Promise<TransmissionRow[]>): Promise<void> {
  for (let before = ''; ; ) {
    const rows = await log()
    const now = JSON.stringify(rows)
    const queued = rows.filter((row) => row.status === 'queued').map((row) => row.id)
    if (queued.length === 0 || now === before) return
    before = now
    await services.deliverBatch(queued)
  }
}

/** Takes the jobs that are due once, as a worker would, and gives their number. */
async function work(services: Services): Promise<number> {
  const { prisma } = await import('#lib/db/client.ts')
  const jobs = await prisma().$queryRaw<{ id: string }[]>`
    DELETE FROM pgboss.job WHERE name = 'transmission' AND state = 'created' AND start_after <= now()
    RETURNING data ->> 'id' AS id`
  await services.deliverBatch(jobs.map((job) => job.id))
  return jobs.length
}

/** An empty log and an ONTRAPORT that accepts. */
async function reset(ontraport: OntraportStandIn): Promise<void> {
  const { prisma } = await import('#lib/db/client.ts')
  ontraport.respond({ kind: 'accept' })
  ontraport.received.length = 0
  await prisma()
    .$executeRaw`TRUNCATE stream, transmission, transmission_body, attempt, delivery, item, affiliate_seen,
      order_figures, refund_figures, circuit, ontraport_record`
  await prisma().$executeRaw`
    DO $$ BEGIN IF to_regclass('pgboss.job') IS NOT NULL THEN DELETE FROM pgboss.job; END IF; END $$`
}

async function close(ontraport: OntraportStandIn): Promise<void> {
  const { closeSender } = await import('#lib/queue/boss.ts')
  await closeSender()
  await ontraport.close()
}

function fixturePath(name: string): string {
  return new URL(`../fixtures/ultracart-${name}.json`, import.meta.url).pathname
}
