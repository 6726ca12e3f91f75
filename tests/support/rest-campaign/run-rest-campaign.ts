import { setTimeout as wait } from 'node:timers/promises'
import { addMerchantTo } from '../add-merchant.ts'
import { runOn } from '../databases.ts'
import { installationOf } from '../kill/kill-world.ts'
import { makePostgres, makeWeb, makeWorker, type Part } from '../kill/product-parts.ts'
import { API_APP_ID, API_KEY, startOntraportApi } from '../ontraport-api/start-api.ts'
import { makeRandom, type Random } from '../random.ts'
import { runAdmin } from '../run-admin.ts'
import { everyFault, makeFaultChooser } from './fault-chooser.ts'
import { judgeAccount, SALE_TAG } from './judge-account.ts'
import { mostInWindow } from './most-in-window.ts'
import { type CampaignOrder, makeCampaignOrder } from './orders.ts'

/**
 * ONTRAPORT allows an account 180 calls a minute, by which 10,000 orders take
 * four hours. Both the product's pace and the stand-in's limit are as many
 * times higher here; the rule, and what enforces it, stay the same.
 */
const TIMES_FASTER = 30
const ALLOWED_A_MINUTE = 180 * TIMES_FASTER
const PACE_A_MINUTE = 150 * TIMES_FASTER
const WINDOW_MS = 60_000

const MERCHANTS = ['REST1', 'REST2']
const WORKERS = 2
const EVENTS_A_DELIVERY = 10
const KILL_EVERY_MS = 20_000
const LOOK_EVERY_MS = 500
const SAY_EVERY_MS = 15_000
/** From so many orders on every fault must have happened at every call. */
const WHOLE_FROM = 5_000
const LIMIT_MS = 3_600_000

export type RestCampaign = {
  orders: number
  calls: number
  spoilt: number
  workersKilled: number
  mostInAMinute: number
  allowedAMinute: number
  seconds: number
  faults: string[]
}

/**
 * Two stores of one account, two workers of which one is killed again and
 * again, and an ONTRAPORT that spoils calls of every kind, done or not. What
 * the account has in the end is held against the orders. Times of retries are
 * brought forward, or it would take days.
 */
export async function runRestCampaign(options: {
  orders: number
  seed: number
}): Promise<RestCampaign> {
  const random = makeRandom(options.seed)
  const api = await startOntraportApi({ limit: ALLOWED_A_MINUTE })
  const chooser = makeFaultChooser(makeRandom(options.seed + 1))
  const world = await startInstallation(api.url)
  const killer = killAgainAndAgain(world.workers, random)
  const startedAt = Date.now()
  try {
    api.failWith(chooser.choose)
    const orders = Array.from({ length: options.orders }, (_, number) =>
      makeCampaignOrder(MERCHANTS[number % MERCHANTS.length] ?? '', number, random),
    )
    await Promise.all(MERCHANTS.map((merchantId) => tellAll(world, merchantId, orders)))
    const open = await untilSettled(
      world.databaseUrl,
      () => `${api.account.transactions.length} sales, ${api.requests.length} calls`,
    )
    const workersKilled = await killer.end()
    const moments = api.requests.map(({ at }) => at)
    const mostInAMinute = mostInWindow(moments, WINDOW_MS)
    const isWhole = orders.length >= WHOLE_FROM
    const missed = isWhole ? everyFault().filter((fault) => !chooser.counts.has(fault)) : []
    return {
      orders: orders.length,
      calls: api.requests.length,
      spoilt: [...chooser.counts.values()].reduce((sum, count) => sum + count, 0),
      workersKilled,
      mostInAMinute,
      allowedAMinute: ALLOWED_A_MINUTE,
      seconds: Math.round((Date.now() - startedAt) / 1_000),
      faults: [
        ...open,
        ...judgeAccount(api.account, orders),
        ...missed.map((fault) => `never happened: ${fault}`),
        ...(mostInAMinute <= ALLOWED_A_MINUTE ? [] : [`${mostInAMinute} calls in 60 seconds`]),
      ],
    }
  } finally {
    await killer.end()
    await world.close()
    await api.close()
  }
}

type Installation = {
  url: string
  databaseUrl: string
  authorization: ReadonlyMap<string, string>
  workers: Part[]
  close: () => Promise<void>
}

async function startInstallation(apiUrl: string): Promise<Installation> {
  const postgres = makePostgres()
  await postgres.start()
  const environment = {
    ...installationOf({ url: apiUrl }),
    DATABASE_URL: postgres.url(),
    ONTRAPORT_API_URL: apiUrl,
    ONTRAPORT_API_CALLS_A_MINUTE: String(PACE_A_MINUTE),
    DRAIN_PER_SECOND: String(10 * TIMES_FASTER),
  }
  const web = await makeWeb(environment)
  await web.start()
  const authorization = new Map<string, string>()
  for (const merchantId of MERCHANTS)
    authorization.set(merchantId, await addMerchant(environment, merchantId))
  const workers = Array.from({ length: WORKERS }, () => makeWorker(environment))
  await Promise.all(workers.map((worker) => worker.start()))
  return {
    url: web.url,
    databaseUrl: postgres.url(),
    authorization,
    workers,
    close: async () => {
      await Promise.all([web, ...workers].map((part) => part.stop()))
      await postgres.stop()
    },
  }
}

async function addMerchant(
  environment: Record<string, string>,
  merchantId: string,
): Promise<string> {
  const rules = ['api-create-products=on', 'api-shipping-tax=in-price', `api-sale-tags=${SALE_TAG}`]
  const options = rules.flatMap((rule) => ['--rule', rule])
  const authorization = await addMerchantTo(environment, merchantId, { options })
  const { exitCode, stderr } = await runAdmin(
    ['merchant', 'set', merchantId, '--way', 'rest', '--app-id', API_APP_ID, '--api-key', API_KEY],
    { env: environment },
  )
  if (exitCode !== 0) throw new Error(stderr)
  return authorization
}

/** Delivers a merchant's events in UltraCart's way, some at a time, each again until it is acknowledged. */
async function tellAll(
  { url, authorization }: Installation,
  merchantId: string,
  orders: readonly CampaignOrder[],
): Promise<void> {
  const events = orders
    .filter((order) => order.merchantId === merchantId)
    .flatMap((order) => order.events)
    .map(([name, model]) => ({ [name]: model }))
  for (let at = 0; at < events.length; at += EVENTS_A_DELIVERY) {
    const response = await fetch(`${url}/api/webhooks/ultracart/${merchantId}`, {
      method: 'POST',
      headers: {
        authorization: authorization.get(merchantId) ?? '',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ events: events.slice(at, at + EVENTS_A_DELIVERY) }),
    })
    if (response.status !== 200) throw new Error(`The webhook answered ${response.status}.`)
    await response.arrayBuffer()
  }
}

/** Brings retries forward until nothing is open; a sentence for each that does not come to its end. */
async function untilSettled(databaseUrl: string, say: () => string): Promise<string[]> {
  const deadline = Date.now() + LIMIT_MS
  let saidAt = 0
  for (;;) {
    const counts = await bringForward(databaseUrl)
    const open = counts.filter(({ status }) => status !== 'sent')
    const isWorkLeft = open.some(({ status }) => GOING_ON.has(status))
    if (Date.now() - saidAt > SAY_EVERY_MS || !isWorkLeft) {
      saidAt = Date.now()
      console.log(`${say()}; ${counts.map(({ status, count }) => `${count} ${status}`).join(', ')}`)
    }
    if (!isWorkLeft || Date.now() > deadline)
      return open.map(({ status, count }) => `${count} messages ended as ${status}`)
    await wait(LOOK_EVERY_MS)
  }
}

const GOING_ON: ReadonlySet<string> = new Set(['queued', 'sending', 'retrying'])

/** Nothing waits longer than some seconds, and no wait uses up one of a message's tries. */
async function bringForward(databaseUrl: string): Promise<{ status: string; count: number }[]> {
  const { rows } = await runOn(databaseUrl, async (client) => {
    // A job may only come once its message is due.
    await client.query(`
      UPDATE transmission SET next_attempt_at = now(), schedule_step = 0
      WHERE status = 'retrying' AND next_attempt_at > now()`)
    await client.query(`
      UPDATE pgboss.job SET start_after = now() + interval '2 seconds'
      WHERE name = 'transmission' AND state = 'created' AND start_after > now() + interval '3 seconds'`)
    await client.query(`
      UPDATE circuit SET next_at = now() + interval '2 seconds'
      WHERE next_at > now() + interval '3 seconds'`)
    return client.query<{ status: string; count: number }>(
      'SELECT status, count(*)::integer AS count FROM transmission GROUP BY status ORDER BY status',
    )
  })
  return rows
}

/** Kills one worker after another, as `kill -9` does, each started again at once. */
function killAgainAndAgain(
  workers: readonly Part[],
  random: Random,
): { end: () => Promise<number> } {
  const over = new AbortController()
  let kills = 0
  const killing = (async () => {
    while (!over.signal.aborted) {
      await wait(KILL_EVERY_MS * (0.5 + random()), undefined, { signal: over.signal }).catch(
        () => {},
      )
      if (over.signal.aborted) return
      const worker = workers[kills % workers.length]
      worker?.kill()
      await worker?.ended()
      await worker?.start()
      kills += 1
    }
  })()
  return {
    end: async () => {
      over.abort()
      await killing
      return kills
    },
  }
}
