import type { JsonObject } from '#tests/support/build-order.ts'
import type { Stage } from './stage.ts'

const WEBHOOK = { user: 'ultracart', password: 'what the webhook calls with' }
const SETTLED_WITHIN_MS = 120_000

/** Adds the stage's store with a working key and the credentials that `deliver` uses. */
export async function addStore(stage: Stage, name: string): Promise<void> {
  await stage.admin(
    ...['merchant', 'add', stage.merchantId, '--name', name, '--api-key', 'k-3f9a-live-7781'],
    ...['--webhook-user', WEBHOOK.user, '--webhook-password', WEBHOOK.password],
  )
}

/** One webhook, as UltraCart sends it. */
export function deliver(stage: Stage, events: JsonObject[]): Promise<void> {
  return post(stage, `/api/webhooks/ultracart/${stage.merchantId}`, { events })
}

export function deliverAffiliates(stage: Stage, affiliates: JsonObject[]): Promise<void> {
  return post(stage, `/api/affiliates/${stage.merchantId}`, affiliates)
}

async function post(stage: Stage, path: string, body: unknown): Promise<void> {
  const token = Buffer.from(`${WEBHOOK.user}:${WEBHOOK.password}`).toString('base64')
  const answer = await fetch(stage.url + path, {
    method: 'POST',
    headers: { authorization: `Basic ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
}

/** Waits until the standings of all messages stay as they are for a while. */
export async function settle(stage: Stage): Promise<void> {
  const until = Date.now() + SETTLED_WITHIN_MS
  let before = ''
  for (;;) {
    const standings = await readStandings(stage)
    if (standings === before) return
    if (Date.now() > until) throw new Error(`Messages are still under way: ${standings}`)
    before = standings
  }
}

async function readStandings({ sql }: Stage): Promise<string> {
  await sql('SELECT pg_sleep(2)')
  return JSON.stringify(
    await sql(
      'SELECT status, sum(attempt_count), count(*) FROM transmission GROUP BY 1 ORDER BY 1',
    ),
  )
}
