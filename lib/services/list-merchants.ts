import { prisma } from '#lib/db/client.ts'
import { findConnection } from '#lib/db/connections.ts'
import { loadMerchants, type Merchant } from '#lib/db/merchants.ts'
import type { ConnectionMethod } from '#lib/domain/connection.ts'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import { webhookUrl } from '#lib/env.ts'
import { hintOf } from '#lib/secrets.ts'

export type ListedMerchant = {
  merchantId: string
  name: string
  method: ConnectionMethod
  isSandbox: boolean
  apiKeyHint: string | null
  webhookUrl: string
  webhookUser: string
  isPaused: boolean
  pauseReason: string | null
  rules: RelayRules
  createdAt: string
}

/** Every merchant of this installation, oldest first, for the operator; no secret in clear. */
export async function listMerchants(): Promise<ListedMerchant[]> {
  const merchants = await loadMerchants(prisma())
  const listed = await Promise.all(merchants.map(toListed))
  return listed.flatMap((merchant) => (merchant === null ? [] : [merchant]))
}

async function toListed({ merchantId, name, createdAt }: Merchant): Promise<ListedMerchant | null> {
  const connection = await findConnection(prisma(), merchantId)
  if (connection === null) return null
  const { method, isSandbox, apiKey, webhookUser, pausedAt, pauseReason, rules } = connection
  return {
    merchantId,
    name,
    method,
    isSandbox,
    apiKeyHint: apiKey === null ? null : hintOf(apiKey),
    webhookUrl: webhookUrl(merchantId),
    webhookUser,
    isPaused: pausedAt !== null,
    pauseReason,
    rules,
    createdAt: createdAt.toISOString(),
  }
}
