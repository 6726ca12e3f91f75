'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { answerDeed } from '#app/answer-deed.ts'
import { readForm } from '#app/read-form.ts'
import type { DeedResult } from '#components/deed-result.ts'
import { requireAccess } from '#lib/auth.ts'
import type { BackfillRequest } from '#lib/domain/order-backfill.ts'
import type { SimpleKeyTest } from '#lib/domain/simple-key.ts'
import type { DeliveryDetail, UltraCartLog } from '#lib/domain/ultracart-delivery.ts'
import type { WebhookSetUp } from '#lib/domain/webhook-set-up.ts'
import { cancelOrderBackfill } from '#lib/services/cancel-order-backfill.ts'
import { getUltraCartDelivery } from '#lib/services/get-ultracart-delivery.ts'
import { listUltraCartDeliveries } from '#lib/services/list-ultracart-deliveries.ts'
import { saveSimpleKey as saveKey } from '#lib/services/save-simple-key.ts'
import { setUpWebhook as setUp } from '#lib/services/set-up-webhook.ts'
import { startOrderBackfill } from '#lib/services/start-order-backfill.ts'

const keySchema = z.object({ simpleKey: z.string() })
const deliverySchema = z.object({ webhookOid: z.number(), requestId: z.string() })
const backfillSchema = z.object({
  from: z.string(),
  to: z.string(),
  isStartDateMoved: z.boolean(),
})

/** Tries a simple key of UltraCart and keeps it unless it is turned away. */
export async function saveSimpleKey(simpleKey: string): Promise<DeedResult<SimpleKeyTest>> {
  return answerDeed(async () => {
    const test = await saveKey(await requireAccess(), readForm(keySchema, { simpleKey }))
    revalidatePath('/integration')
    return test
  })
}

/** What setting up the webhook at UltraCart would change; nothing is changed. */
export async function tryWebhookSetUp(): Promise<DeedResult<WebhookSetUp>> {
  return answerDeed(async () => setUp(await requireAccess(), { isDryRun: true }))
}

/** Makes or changes the store's webhook at UltraCart. */
export async function setUpWebhook(): Promise<DeedResult<WebhookSetUp>> {
  return answerDeed(async () => setUp(await requireAccess(), { isDryRun: false }))
}

/** UltraCart's log of our webhook, which costs some of its calls. */
export async function loadUltraCartLog(): Promise<DeedResult<UltraCartLog>> {
  return answerDeed(async () => listUltraCartDeliveries(await requireAccess()))
}

/** One entry of that log in full. */
export async function loadUltraCartDelivery(
  webhookOid: number,
  requestId: string,
): Promise<DeedResult<DeliveryDetail>> {
  return answerDeed(async () =>
    getUltraCartDelivery(
      await requireAccess(),
      readForm(deliverySchema, { webhookOid, requestId }),
    ),
  )
}

/** Starts fetching the orders of a period. */
export async function startBackfill(request: BackfillRequest): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    await startOrderBackfill(await requireAccess(), readForm(backfillSchema, request))
    revalidatePath('/', 'layout')
    return null
  })
}

/** Ends the backfill that is under way. */
export async function cancelBackfill(): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    await cancelOrderBackfill(await requireAccess())
    revalidatePath('/integration')
    return null
  })
}
