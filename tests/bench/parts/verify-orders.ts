import { Client } from 'pg'
import type { CountingReceiver } from './counting-receiver.ts'

type Verified = { databaseUrl: string; receiver: CountingReceiver; orderIds: readonly string[] }

/** Throws unless every order arrived once and its row in the log, attempt and all, says so. */
export async function verifyOrders({ databaseUrl, receiver, orderIds }: Verified): Promise<void> {
  const wrong = orderIds.filter((id) => receiver.arrivals.get(id)?.count !== 1)
  if (wrong.length > 0) throw new Error(`${wrong.length} orders arrived not once: ${wrong[0]} …`)
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await waitForLog(client, orderIds)
  } finally {
    await client.end()
  }
}

const LOOKS = 600

/** The receiver has the last message a moment before its outcome is written. */
async function waitForLog(client: Client, orderIds: readonly string[]): Promise<void> {
  let complete = 0
  for (let look = 0; look < LOOKS; look += 1) {
    const { rows } = await client.query<{ complete: number }>(COMPLETE_ROWS, [orderIds])
    complete = rows[0]?.complete ?? 0
    if (complete === orderIds.length) return
    await client.query('SELECT pg_sleep(0.05)')
  }
  throw new Error(`${complete} of ${orderIds.length} orders are complete in the log.`)
}

const COMPLETE_ROWS = `
  SELECT count(*)::integer AS complete
  FROM transmission t
  JOIN attempt a ON a.transmission_id = t.id AND a.number = 1 AND a.outcome = 'accepted'
  WHERE t.reference = ANY($1) AND t.type = 'sale' AND t.status = 'sent' AND t.attempt_count = 1`
