import { requireDeed } from '#lib/access-check.ts'
import { findCircuit } from '#lib/db/circuits.ts'
import { prisma } from '#lib/db/client.ts'
import { type ConnectionActivity, loadConnectionActivity } from '#lib/db/connection-activity.ts'
import { type Connection, findConnection, restorePauseOf } from '#lib/db/connections.ts'
import { findMerchant, type Merchant } from '#lib/db/merchants.ts'
import { findWebhookRefusal } from '#lib/db/webhook-refusals.ts'
import { type Access, canDo } from '#lib/domain/access.ts'
import { type Circuit, silenceOf } from '#lib/domain/circuit.ts'
import type { ConnectionView } from '#lib/domain/connection.ts'
import type { WebhookRefusal } from '#lib/domain/webhook-refusal.ts'
import { env, webhookUrl } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { maskedUrl } from '#lib/ontraport/receiver-url.ts'
import { SANDBOX_URL } from '#lib/ontraport/sandbox-receiver.ts'
import { hintOf } from '#lib/secrets.ts'

/** How the merchant's store is connected, for the Integration screen. `not-found` for a merchant without a connection. */
export async function getConnection(access: Access): Promise<ConnectionView> {
  requireDeed(access, 'read')
  const db = prisma()
  const [merchant, connection, activity, circuit] = await Promise.all([
    findMerchant(db, access.merchantId),
    findConnection(db, access.merchantId),
    loadConnectionActivity(db, access.merchantId),
    findCircuit(db, access.merchantId),
  ])
  if (merchant === null || connection === null)
    throw new AppError('not-found', 'There is no such merchant.')
  const { lastEventAt } = activity
  const refusal = await findWebhookRefusal(db, merchant.merchantId, {
    lastEventAt,
    now: new Date(),
  })
  return toView(access, { merchant, connection, activity, circuit, refusal })
}

type Parts = {
  merchant: Merchant
  connection: Connection
  activity: ConnectionActivity
  circuit: Circuit
  refusal: WebhookRefusal | null
}

function toView(
  access: Access,
  { merchant, connection, activity, circuit, refusal }: Parts,
): ConnectionView {
  const [webhookPassword = null] = connection.webhookPasswords
  return {
    merchantId: merchant.merchantId,
    merchantName: merchant.name,
    timeZone: merchant.timeZone,
    method: connection.method,
    way: connection.way,
    appIdHint: connection.app === null ? null : hintOf(connection.app.appId),
    isSandbox: connection.isSandbox,
    apiKeyHint: connection.apiKey === null ? null : hintOf(connection.apiKey),
    simpleKeyHint: connection.simpleKey === null ? null : hintOf(connection.simpleKey),
    receiverUrl: connection.isSandbox
      ? SANDBOX_URL
      : maskedUrl(env.ONTRAPORT_URL, connection.apiKey ?? ''),
    webhookUrl: webhookUrl(merchant.merchantId),
    webhookUser: connection.webhookUser,
    webhookPassword: canDo(access.role, 'edit') ? webhookPassword : null,
    pausedAt: connection.pausedAt?.toISOString() ?? null,
    pauseReason: connection.pauseReason,
    restoredFrom: restorePauseOf(connection)?.from.toISOString() ?? null,
    waitingCount: activity.waitingCount,
    silence: connection.isSandbox ? null : silenceOf(circuit, new Date()),
    lastEventAt: activity.lastEventAt?.toISOString() ?? null,
    refusedWebhook: refusal === null ? null : viewOfRefusal(refusal),
    rules: connection.rules,
  }
}

function viewOfRefusal({ refusedCount, firstRefusedAt, lastRefusedAt }: WebhookRefusal) {
  return {
    count: refusedCount,
    since: firstRefusedAt.toISOString(),
    lastAt: lastRefusedAt.toISOString(),
  }
}
