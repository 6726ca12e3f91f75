import { malformed } from '../malformed.ts'
import { findWebhook } from './find-webhook.ts'
import { planEvents } from './plan-events.ts'
import { planSettings, type WantedSettings } from './plan-settings.ts'
import type { RawWebhook } from './webhook-calls.ts'
import { webhookSchema } from './webhook-schema.ts'

export type WantedWebhook = WantedSettings & { url: string }

/** What to send to UltraCart so that its webhook is as wanted; `body` is the whole webhook. */
export type WebhookPlan = {
  kind: 'create' | 'update' | 'nothing'
  oid: number | null
  body: RawWebhook
  /** Sentences without secrets. */
  changes: string[]
  warnings: string[]
}

/**
 * Compares the store's webhooks with what is wanted. What a merchant added to
 * ours, such as more events or expansions, stays, and so do all other webhooks.
 */
export function planWebhook(webhooks: readonly RawWebhook[], wanted: WantedWebhook): WebhookPlan {
  const { ours, doubles, strays } = findWebhook(webhooks, wanted.url)
  const settings = planSettings(ours ?? {}, wanted)
  const events = planEvents(ours?.event_categories)
  const oid = ours === null ? null : webhookSchema.parse(ours).webhook_oid
  const isNew = ours === null
  // Without its number a change would make a second one.
  if (!isNew && oid === null)
    throw malformed('webhook_oid', 'is missing in the answer of UltraCart')
  const changes = [...settings.changes, ...events.changes]
  return {
    kind: isNew ? 'create' : changes.length > 0 ? 'update' : 'nothing',
    oid,
    body: {
      ...ours,
      ...settings.fields,
      ...(isNew ? { webhook_url: wanted.url } : {}),
      event_categories: events.categories,
    },
    changes: isNew ? [`Make a webhook that calls ${wanted.url}.`, ...changes] : changes,
    warnings: [...events.warnings, ...warnOfDoubles(doubles), ...strays.map(warnOfStray)],
  }
}

function warnOfDoubles(doubles: number): string[] {
  if (doubles === 0) return []
  const others = doubles === 1 ? 'Another webhook calls' : `${doubles} more webhooks call`
  return [
    `${others} this same address. Nothing is told twice by it, but one is enough: delete the others in UltraCart.`,
  ]
}

function warnOfStray(url: string): string {
  return `Another webhook calls ${url}, perhaps from an earlier set-up. It is left as it is.`
}
