import type { Db } from '#lib/db/client.ts'
import { type Connection, findConnection, saveConnection } from '#lib/db/connections.ts'
import { removeItems } from '#lib/db/products.ts'
import { closeSandboxTransmissions, hasLiveStreams, noteWaitingForLive } from '#lib/db/sandbox.ts'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import { SAMPLE_ITEMS } from '#lib/domain/sample-items.ts'
import type { SandboxSwitch } from '#lib/domain/sandbox.ts'
import { AppError } from '#lib/errors.ts'
import { resumeConnection } from './resume-connection.ts'

export type SandboxChange = {
  merchantId: string
  isSandbox: boolean
  /** Leaves the start date as it is, also when a store goes live for the first time. */
  isStartDateKept?: boolean
  now: Date
}

/**
 * Puts a connection into the sandbox or live, with the caller's transaction.
 * Each side has its own streams, so nothing counts as told on the other. What
 * waits for ONTRAPORT goes on waiting and goes out once the store is live
 * again; what the sandbox has open is skipped when it is left. A store that was
 * never live tells nothing of orders placed before this moment.
 */
export async function switchSandbox(db: Db, change: SandboxChange): Promise<SandboxSwitch> {
  const { merchantId, isSandbox } = change
  const connection = await findConnection(db, merchantId)
  if (connection === null) throw new AppError('not-found', 'This merchant has no connection.')
  const { startDate } = connection.rules
  if (connection.isSandbox === isSandbox) return { isSandbox, closedCount: 0, startDate }
  const switched = isSandbox ? await enter(db, connection) : await leave(db, connection, change)
  // A pause belongs to the side that was on; a bad key pauses again at its first message.
  await resumeConnection(db, merchantId)
  return switched
}

async function enter(db: Db, { merchantId, rules }: Connection): Promise<SandboxSwitch> {
  await saveConnection(db, merchantId, { isSandbox: true })
  await noteWaitingForLive(db, merchantId)
  return { isSandbox: true, closedCount: 0, startDate: rules.startDate }
}

async function leave(
  db: Db,
  connection: Connection,
  { isStartDateKept = false, now }: SandboxChange,
): Promise<SandboxSwitch> {
  const { merchantId } = connection
  const isStartDateRight = isStartDateKept || (await hasLiveStreams(db, merchantId))
  const rules = isStartDateRight ? connection.rules : startingFrom(now, connection.rules)
  await saveConnection(db, merchantId, { isSandbox: false, rules })
  const closedCount = await closeSandboxTransmissions(db, merchantId)
  await removeItems(
    db,
    merchantId,
    SAMPLE_ITEMS.map((item) => item.itemId),
  )
  return { isSandbox: false, closedCount, startDate: rules.startDate }
}

function startingFrom(now: Date, rules: RelayRules): RelayRules {
  const isLater = rules.startDate !== null && Date.parse(rules.startDate) > now.getTime()
  return isLater ? rules : { ...rules, startDate: now.toISOString() }
}
