import { requireDeed } from '#lib/access-check.ts'
import type { Access } from '#lib/domain/access.ts'
import type { WebhookSetUp } from '#lib/domain/webhook-set-up.ts'
import { getKeyedConnection, loadWebhooks } from './set-up-webhook/load-webhooks.ts'
import { planSetUp, toSetUp } from './set-up-webhook/plan-set-up.ts'

/**
 * Looks at the store's webhooks at UltraCart and says what setting ours up
 * would change; nothing is changed. `conflict` without a simple key or when
 * UltraCart refuses, `unavailable` when it cannot be asked just now.
 */
export async function previewWebhookSetUp(access: Access): Promise<WebhookSetUp> {
  requireDeed(access, 'edit')
  const connection = await getKeyedConnection(access.merchantId)
  return toSetUp(access.merchantId, planSetUp(connection, await loadWebhooks(connection)))
}
