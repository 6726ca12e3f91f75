import type { Observation } from '#lib/domain/advance-alert.ts'
import type { AlertCause, AlertFacts } from '#lib/domain/alert.ts'
import { MOST_COUNTED } from '#lib/domain/reason-group.ts'
import { describeSilence, judgeSilence, SHORTEST_SILENCE_MINUTES } from '#lib/domain/silence.ts'
import { findCircuit } from './circuits.ts'
import type { Db } from './client.ts'
import { type ConnectionActivity, loadConnectionActivity } from './connection-activity.ts'
import { loadArrivals } from './delivery-rhythm.ts'
import { findFullestMachine } from './storage-readings.ts'
import { findWebhookRefusal } from './webhook-refusals.ts'

/** How one cause stands for a merchant now, and what a message about it would be made of. */
export type CauseObservation = Observation & { cause: AlertCause; facts: AlertFacts }

/** A reading that is older comes from a machine that no longer runs. */
const READING_KEPT_MS = 25 * 60_000
const NAMED_REFERENCES = 5

/**
 * How every cause stands. What is not known is not in the list: in the sandbox
 * nothing is said of ONTRAPORT and of the store, and its messages count nowhere.
 */
export async function observeCauses(
  db: Db,
  merchantId: string,
  now: Date,
): Promise<CauseObservation[]> {
  const connection = await db.connection.findUnique({
    where: { merchantId },
    select: { isSandbox: true, pausedAt: true, restoredAt: true },
  })
  const isLive = connection !== null && !connection.isSandbox
  const activity = await loadConnectionActivity(db, merchantId)
  return [
    ...(isLive ? [observePause(connection, activity)] : []),
    ...(isLive ? [await observeCircuit(db, merchantId, activity)] : []),
    await observeTrouble(db, merchantId, 'failed'),
    await observeTrouble(db, merchantId, 'unconfirmed'),
    ...(isLive ? [await observeWebhook(db, merchantId, { activity, now })] : []),
    ...(isLive ? [await observeStore(db, merchantId, { activity, now })] : []),
    await observeDisk(db, now),
  ]
}

const NO_FACTS: AlertFacts = { since: null, count: 0, references: [], detail: null }

type Pause = { pausedAt: Date | null; restoredAt: Date | null }

function observePause(
  { pausedAt, restoredAt }: Pause,
  { waitingCount }: ConnectionActivity,
): CauseObservation {
  const isRestored = pausedAt !== null && restoredAt?.getTime() === pausedAt.getTime()
  const detail = isRestored
    ? 'The installation was restored from a backup, so nothing is sent until somebody lets it. Everything waits; nothing is lost.'
    : null
  return {
    cause: 'connection-paused',
    isBad: pausedAt !== null,
    newestAt: pausedAt,
    facts: { ...NO_FACTS, since: pausedAt?.toISOString() ?? null, count: waitingCount, detail },
  }
}

async function observeCircuit(
  db: Db,
  merchantId: string,
  { waitingCount }: ConnectionActivity,
): Promise<CauseObservation> {
  const { state, failingSince } = await findCircuit(db, merchantId)
  const isBad = state === 'open'
  const since = isBad ? (failingSince?.toISOString() ?? null) : null
  return {
    cause: 'ontraport-silent',
    isBad,
    newestAt: null,
    facts: { ...NO_FACTS, since, count: waitingCount },
  }
}

/** A poll that went wrong is no message of ours, and nobody can send it again. */
async function observeTrouble(
  db: Db,
  merchantId: string,
  status: 'failed' | 'unconfirmed',
): Promise<CauseObservation> {
  const rows = await db.$queryRaw<{ reference: string; at: Date }[]>`
    SELECT reference, coalesce(finished_at, started_at, created_at) AS at FROM transmission
    WHERE merchant_id = ${merchantId} AND status = ${status} AND NOT is_sandbox
      AND status IN ('failed', 'unconfirmed') AND type <> 'item-fetch'
    ORDER BY coalesce(finished_at, started_at, created_at) DESC LIMIT ${MOST_COUNTED}`
  const references = [...new Set(rows.map((row) => row.reference))].slice(0, NAMED_REFERENCES)
  return {
    cause: status,
    isBad: rows.length > 0,
    newestAt: rows[0]?.at ?? null,
    facts: { ...NO_FACTS, count: rows.length, references },
  }
}

type Look = { activity: ConnectionActivity; now: Date }

async function observeWebhook(
  db: Db,
  merchantId: string,
  { activity: { lastEventAt }, now }: Look,
): Promise<CauseObservation> {
  const refusal = await findWebhookRefusal(db, merchantId, { lastEventAt, now })
  return {
    cause: 'webhook-refused',
    isBad: refusal !== null,
    newestAt: null,
    facts: {
      ...NO_FACTS,
      since: refusal?.firstRefusedAt.toISOString() ?? null,
      detail:
        refusal === null ? null : `So far ${refusal.refusedCount} calls have been turned away.`,
    },
  }
}

async function observeStore(
  db: Db,
  merchantId: string,
  { activity: { lastEventAt }, now }: Look,
): Promise<CauseObservation> {
  const silentMs = lastEventAt === null ? 0 : now.getTime() - lastEventAt.getTime()
  // The rhythm of the store is worth its query only where it can say something.
  const isQuiet = silentMs > SHORTEST_SILENCE_MINUTES * 60_000
  const silence = isQuiet ? judgeSilence(await loadArrivals(db, merchantId), now) : null
  return {
    cause: 'store-silent',
    isBad: silence !== null,
    newestAt: null,
    facts: {
      ...NO_FACTS,
      since: silence?.lastAt ?? null,
      detail: silence === null ? null : describeSilence(silence),
    },
  }
}

async function observeDisk(db: Db, now: Date): Promise<CauseObservation> {
  const fullest = await findFullestMachine(db, new Date(now.getTime() - READING_KEPT_MS))
  const detail =
    fullest === null
      ? null
      : `${(fullest.freeBytes / 1e9).toFixed(1)} GB are free on the machine ${fullest.machine}.`
  return {
    cause: 'disk-low',
    isBad: fullest !== null,
    newestAt: null,
    facts: { ...NO_FACTS, detail },
  }
}
