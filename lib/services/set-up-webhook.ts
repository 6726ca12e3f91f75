import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { prisma } from '#lib/db/client.ts'
import type { Access } from '#lib/domain/access.ts'
import type { WebhookSetUp } from '#lib/domain/webhook-set-up.ts'
import { isObject } from '#lib/ultracart/fields.ts'
import type { WebhookPlan } from '#lib/ultracart/webhooks/plan-webhook.ts'
import { saveWebhookCall } from '#lib/ultracart/webhooks/webhook-calls.ts'
import { askUltraCart } from './set-up-webhook/ask-ultracart.ts'
import {
  getKeyedConnection,
  type KeyedConnection,
  loadWebhooks,
} from './set-up-webhook/load-webhooks.ts'
import { planSetUp, toSetUp } from './set-up-webhook/plan-set-up.ts'

/**
 * Makes the webhook that calls this installation at UltraCart, or changes it
 * to what the relay needs; all other webhooks stay untouched. Says what was
 * done. Calling it again changes nothing. `conflict` without a simple key or
 * when UltraCart refuses, `unavailable` when it cannot be asked just now.
 */
export async function setUpWebhook(access: Access): Promise<WebhookSetUp> {
  requireDeed(access, 'edit')
  const { merchantId, actor } = access
  const connection = await getKeyedConnection(merchantId)
  const plan = planSetUp(connection, await loadWebhooks(connection))
  if (plan.kind === 'nothing') return toSetUp(merchantId, plan)
  const answer = await askUltraCart({
    ...saveWebhookCall(plan.oid, plan.body),
    simpleKey: connection.simpleKey,
    permission: 'webhook_write',
  })
  await insertAuditEntry(prisma(), {
    merchantId,
    actor,
    action: 'webhook.set-up',
    details: { kind: plan.kind, changes: plan.changes },
  })
  const warnings = [...plan.warnings, ...notTaken(connection, answer.webhook)]
  return toSetUp(merchantId, { ...plan, warnings })
}

/** What UltraCart answered is held against what was asked for once more. */
function notTaken(connection: KeyedConnection, kept: unknown): string[] {
  if (!isObject(kept) || !Array.isArray(kept.event_categories)) return []
  // The password may be withheld from an answer.
  const [password] = connection.webhookPasswords
  const left: WebhookPlan = planSetUp(connection, [{ ...kept, basic_password: password }])
  return left.changes.map((change) => `UltraCart did not take this over: ${change}`)
}
