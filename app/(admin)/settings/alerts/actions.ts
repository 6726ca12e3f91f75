'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { answerDeed } from '#app/answer-deed.ts'
import { readForm } from '#app/read-form.ts'
import type { DeedResult } from '#components/deed-result.ts'
import { requireAccess } from '#lib/auth.ts'
import { ALERT_KINDS } from '#lib/domain/alert.ts'
import type { AlertChannelView, AlertChannelWish, ChannelTest } from '#lib/domain/alert-channel.ts'
import { removeAlertChannel } from '#lib/services/remove-alert-channel.ts'
import { saveAlertChannel } from '#lib/services/save-alert-channel.ts'
import { saveDigestHour } from '#lib/services/save-digest-hour.ts'
import { testAlertChannel } from '#lib/services/test-alert-channel.ts'

const PAGE = '/settings/alerts'
const wishSchema = z.object({
  id: z.uuid().nullable(),
  kind: z.enum(['mail', 'webhook']),
  target: z.string().max(3_000).nullable(),
  tells: z.array(z.enum(ALERT_KINDS)).max(ALERT_KINDS.length),
})

/** Adds a place that is told, or changes one. */
export async function save(wish: AlertChannelWish): Promise<DeedResult<AlertChannelView>> {
  return answerDeed(async () => {
    const saved = await saveAlertChannel(await requireAccess(), readForm(wishSchema, wish))
    revalidatePath(PAGE)
    return saved
  })
}

/** Takes a place that is told away. */
export async function remove(id: string): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    await removeAlertChannel(await requireAccess(), readForm(z.uuid(), id))
    revalidatePath(PAGE)
    return null
  })
}

/** Sends a test to one place now and gives what was answered. */
export async function test(id: string): Promise<DeedResult<ChannelTest>> {
  return answerDeed(async () => testAlertChannel(await requireAccess(), readForm(z.uuid(), id)))
}

/** Sets the hour of the daily digest. */
export async function saveHour(hour: number): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    await saveDigestHour(await requireAccess(), readForm(z.number(), hour))
    revalidatePath(PAGE)
    return null
  })
}
