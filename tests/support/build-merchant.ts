import { prisma } from '#lib/db/client.ts'
import { insertConnection, type NewConnection } from '#lib/db/connections.ts'
import type { Access, Role } from '#lib/domain/access.ts'
import { DEFAULT_RELAY_RULES } from '#lib/domain/relay-rules.ts'
import { newId } from '#lib/ids.ts'

/** A merchant of its own for one test, without a connection. */
export async function buildMerchant(): Promise<string> {
  const merchantId = `M${newId().slice(-12).toUpperCase()}`
  await prisma().merchant.create({ data: { id: merchantId, name: `Store ${merchantId}` } })
  return merchantId
}

/** A merchant whose store is connected, by the API method and without a key unless given. */
export async function buildConnectedMerchant(given: Partial<NewConnection> = {}): Promise<string> {
  const merchantId = await buildMerchant()
  await insertConnection(prisma(), {
    merchantId,
    method: 'api',
    apiKey: null,
    webhookUser: 'ultracart',
    webhookPassword: 'a webhook password',
    rules: DEFAULT_RELAY_RULES,
    ...given,
  })
  return merchantId
}

export function accessOf(merchantId: string, role: Role = 'editor'): Access {
  return { merchantId, role, actor: `${role}@example.com` }
}
