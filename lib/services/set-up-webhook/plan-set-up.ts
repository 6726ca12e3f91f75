import { doubtWebhookAddress, type WebhookSetUp } from '#lib/domain/webhook-set-up.ts'
import { webhookUrl } from '#lib/env.ts'
import { planWebhook, type WebhookPlan } from '#lib/ultracart/webhooks/plan-webhook.ts'
import type { RawWebhook } from '#lib/ultracart/webhooks/webhook-calls.ts'
import type { KeyedConnection } from './load-webhooks.ts'

/** What it takes to have UltraCart call this installation, given the webhooks that there are. */
export function planSetUp(
  { merchantId, webhookUser, webhookPasswords }: KeyedConnection,
  webhooks: readonly RawWebhook[],
): WebhookPlan {
  const [password = ''] = webhookPasswords
  return planWebhook(webhooks, { url: webhookUrl(merchantId), user: webhookUser, password })
}

export function toSetUp(
  merchantId: string,
  { kind, changes, warnings }: WebhookPlan,
): WebhookSetUp {
  const url = webhookUrl(merchantId)
  const doubt = doubtWebhookAddress(url)
  return {
    kind,
    webhookUrl: url,
    changes,
    warnings: doubt === null ? warnings : [doubt, ...warnings],
  }
}
