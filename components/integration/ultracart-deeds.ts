import type { BackfillRequest } from '#lib/domain/order-backfill.ts'
import type { SimpleKeyTest } from '#lib/domain/simple-key.ts'
import type { DeliveryDetail, UltraCartLog } from '#lib/domain/ultracart-delivery.ts'
import type { WebhookSetUp } from '#lib/domain/webhook-set-up.ts'
import type { Deed } from '../use-deed.ts'

/** What can be done through UltraCart's API, which needs the simple key. */
export type UltraCartDeeds = {
  saveSimpleKey: Deed<[simpleKey: string], SimpleKeyTest>
  tryWebhookSetUp: Deed<[], WebhookSetUp>
  setUpWebhook: Deed<[], WebhookSetUp>
  loadUltraCartLog: Deed<[], UltraCartLog>
  loadUltraCartDelivery: Deed<[webhookOid: number, requestId: string], DeliveryDetail>
  startBackfill: Deed<[BackfillRequest], null>
  cancelBackfill: Deed<[], null>
}
