import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { prisma } from '#lib/db/client.ts'
import { type Connection, getKeyedConnection } from '#lib/db/connections.ts'
import { ultraCartTurn } from '#lib/db/ultracart-turn.ts'
import type { Access } from '#lib/domain/access.ts'
import { doubtWebhookAddress, type WebhookSetUp } from '#lib/domain/webhook-set-up.ts'
import { env, webhookUrl } from '#lib/env.ts'
import { askerFor } from '#lib/ultracart/ask-ultracart.ts'
import { isObject } from '#lib/ultracart/fields.ts'
import { loadWebhooks } from '#lib/ultracart/webhooks/load-webhooks.ts'
import { planWebhook, type WebhookPlan } from '#lib/ultracart/webhooks/plan-webhook.ts'
import { type RawWebhook, saveWebhookCall } from '#lib/ultracart/webhooks/webhook-calls.ts'

/**
 * Makes the webhook that calls this installation at UltraCart, or changes it
 * to what the relay needs; all other webhooks stay untouched. Says what was
 * done, or with `isDryRun` what would be; a second time changes nothing.
 * `conflict` without a simple key or when UltraCart refuses, `unavailable`
 * when it cannot be asked just now.
 */
export async function setUpWebhook(
  access: Access,
  { isDryRun }: { isDryRun: boolean },
): Promise<WebhookSetUp> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  const connection = await getKeyedConnection(prisma(), merchantId)
  const { simpleKey } = connection
  const ask = askerFor({ baseUrl: env.ULTRACART_URL, simpleKey, turn: ultraCartTurn })
  const plan = planFor(connection, await loadWebhooks(ask, merchantId))
  if (isDryRun || plan.kind === 'nothing') return toSetUp(merchantId, plan)
  const call = saveWebhookCall(plan.oid, plan.body)
  const answer = await ask({ ...call, permission: 'webhook_write' })
  await insertAuditEntry(prisma(), {
    merchantId,
    actor,
    action: 'webhook.set-up',
    details: { kind: plan.kind, changes: plan.changes },
  })
  const warnings = [...plan.warnings, ...notTaken(connection, answer.webhook)]
  return toSetUp(merchantId, { ...plan, warnings })
}

function planFor(
  { merchantId, webhookUser, webhookPasswords }: Connection,
  webhooks: readonly RawWebhook[],
): WebhookPlan {
  const [password = ''] = webhookPasswords
  return planWebhook(webhooks, { url: webhookUrl(merchantId), user: webhookUser, password })
}

/** What UltraCart answered is held against what was asked for once more. */
function notTaken(connection: Connection, kept: unknown): string[] {
  if (!isObject(kept) || !Array.isArray(kept.event_categories)) return []
  // The password may be withheld from an answer.
  const [password] = connection.webhookPasswords
  const left = planFor(connection, [{ ...kept, basic_password: password }])
  return left.changes.map((change) => `UltraCart did not take this over: ${change}`)
}

function toSetUp(merchantId: string, { kind, changes, warnings }: WebhookPlan): WebhookSetUp {
  const url = webhookUrl(merchantId)
  const doubt = doubtWebhookAddress(url)
  return {
    kind,
    webhookUrl: url,
    changes,
    warnings: doubt === null ? warnings : [doubt, ...warnings],
  }
}
