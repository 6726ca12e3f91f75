import { z } from 'zod'
import { flag, instant, integer, text } from '../fields.ts'

/** What is read of UltraCart's `Webhook` model beside its events. */
export const webhookSchema = z.object({
  webhook_oid: integer,
  webhook_url: text,
  merchant_id: text,
  authentication_type: text,
  basic_username: text,
  basic_password: text,
  api_version: text,
  compress_events: flag,
  maximum_events: integer,
  maximum_size: integer,
  disabled: flag,
  pending: integer,
  consecutive_failures: integer,
  next_retry_after: instant,
})

/** What is read of a `WebhookEventSubscription`. */
export const eventSchema = z.object({
  event_name: text,
  subscribed: flag,
  /** A list with commas. */
  expansion: text,
  /** A filter that keeps some events from being sent. */
  event_ruler: text,
})

export type UltraCartWebhook = z.infer<typeof webhookSchema>
