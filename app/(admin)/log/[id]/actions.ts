'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { answerDeed } from '#app/answer-deed.ts'
import { readForm } from '#app/read-form.ts'
import type { DeedResult } from '#components/deed-result.ts'
import type { Closing } from '#components/transmission/decision-notice.tsx'
import type { ResendWish } from '#components/transmission/resend-form.tsx'
import { requireAccess } from '#lib/auth.ts'
import { SHOWN_CHARACTERS } from '#lib/domain/cut-for-screen.ts'
import type { TransmissionRow } from '#lib/domain/transmission.ts'
import { closeTransmission } from '#lib/services/close-transmission.ts'
import { composeToday } from '#lib/services/compose-today.ts'
import { resendTransmission } from '#lib/services/resend-transmission.ts'

const wishSchema = z.object({
  id: z.string(),
  mode: z.enum(['original', 'as-mapped-today']),
  nonce: z
    .string()
    .min(8)
    .max(100)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u),
  isSentAllowed: z.boolean(),
})
const closingSchema = z.object({ id: z.string(), as: z.enum(['sent', 'failed']) })

/** Sends a transmission once more; the same nonce twice has one effect. */
export async function resend(wish: ResendWish): Promise<DeedResult<TransmissionRow>> {
  return answerDeed(async () => {
    const row = await resendTransmission(await requireAccess(), readForm(wishSchema, wish))
    revalidatePath('/', 'layout')
    return row
  })
}

/** Records a person's word on a transmission that waits for one. */
export async function close(closing: Closing): Promise<DeedResult<TransmissionRow>> {
  return answerDeed(async () => {
    const row = await closeTransmission(await requireAccess(), readForm(closingSchema, closing))
    revalidatePath('/', 'layout')
    return row
  })
}

/** The XML that today's product names make of it, to compare with what was sent. */
export async function loadToday(id: string): Promise<DeedResult<string | null>> {
  return answerDeed(async () => {
    const request = await composeToday(await requireAccess(), readForm(z.string(), id))
    return request?.slice(0, SHOWN_CHARACTERS) ?? null
  })
}
