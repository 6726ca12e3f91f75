import { loadAlertChannels } from '#lib/db/alert-channels.ts'
import { observeCauses } from '#lib/db/alert-observations.ts'
import { insertAlert } from '#lib/db/alert-outbox.ts'
import { type AlertWatch, listDueWatches, noteDigest, takeWatch } from '#lib/db/alert-settings.ts'
import { loadAlertStates, saveAlertState } from '#lib/db/alert-states.ts'
import { type Db, inTransaction, prisma } from '#lib/db/client.ts'
import { countLog } from '#lib/db/log-figures.ts'
import { getMerchant } from '#lib/db/merchants.ts'
import { startOfDays } from '#lib/db/start-of-days.ts'
import { advanceAlert, UNTOLD } from '#lib/domain/advance-alert.ts'
import { type AlertNews, type DigestFacts, isWanted } from '#lib/domain/alert.ts'
import { dayBefore, digestDay, isDigestDue } from '#lib/domain/digest-day.ts'

const LOOK_EVERY_MS = 30_000
const BATCH_SIZE = 100

/**
 * Looks at every merchant that wants alerts and whose turn has come, and writes
 * down what is to be told, in one transaction with what is known as told: a
 * process that dies loses nothing and tells nothing twice. Any number of
 * processes may do it; a merchant is looked at by one of them. Sends nothing.
 */
export async function watchAlerts(now: Date): Promise<void> {
  for (const merchantId of await listDueWatches(prisma(), now, BATCH_SIZE))
    await inTransaction((db) => lookAt(db, merchantId, now))
}

async function lookAt(db: Db, merchantId: string, now: Date): Promise<void> {
  const nextCheckAt = new Date(now.getTime() + LOOK_EVERY_MS)
  const watch = await takeWatch(db, merchantId, { now, nextCheckAt })
  if (watch === null) return
  const observed = await observeCauses(db, merchantId, now)
  const states = await loadAlertStates(db, merchantId)
  const all: AlertNews[] = []
  for (const { cause, facts, ...observation } of observed) {
    const before = states.get(cause) ?? UNTOLD
    const { state, turn } = advanceAlert(before, observation, now)
    if (turn === null) continue
    await saveAlertState(db, merchantId, cause, state)
    all.push({ topic: cause, turn, facts })
  }
  const bad = observed.filter(({ isBad }) => isBad)
  const digest = await composeDueDigest(db, watch, { causes: bad, now })
  await tell(db, merchantId, { all: digest === null ? all : [...all, digest], now })
}

async function composeDueDigest(
  db: Db,
  { merchantId, digestHour: hour, digestDay: doneDay }: AlertWatch,
  { causes, now }: { causes: DigestFacts['causes']; now: Date },
): Promise<AlertNews | null> {
  const { timeZone } = await getMerchant(db, merchantId)
  const today = digestDay(now, { timeZone, hour })
  if (!isDigestDue(today, doneDay)) return null
  await noteDigest(db, merchantId, today)
  const day = dayBefore(today)
  const edges = await startOfDays(db, [day, today], timeZone)
  const query = { merchantId, isSandbox: false, edges, type: null, statuses: [] }
  const { counts } = await countLog(db, query)
  const facts = {
    day,
    counts: counts.map(({ status, count }) => ({ status, count })),
    causes: causes.map(({ cause, facts: ofCause }) => ({ cause, facts: ofCause })),
  }
  return { topic: 'digest', turn: 'digest', facts }
}

async function tell(
  db: Db,
  merchantId: string,
  { all, now }: { all: readonly AlertNews[]; now: Date },
): Promise<void> {
  if (all.length === 0) return
  const channels = await loadAlertChannels(db, merchantId)
  for (const news of all) {
    const wanting = channels.filter(({ tells }) => isWanted(tells, news))
    if (wanting.length > 0) await insertAlert(db, { merchantId, news, now }, wanting)
  }
}
