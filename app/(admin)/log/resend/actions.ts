'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { answerDeed } from '#app/answer-deed.ts'
import { readForm } from '#app/read-form.ts'
import type { BulkWish } from '#components/bulk-resend/bulk-deeds.ts'
import type { DeedResult } from '#components/deed-result.ts'
import { requireAccess } from '#lib/auth.ts'
import {
  BULK_STEERINGS,
  type BulkSteering,
  RESEND_MODES,
  RESENDABLE_STATUSES,
} from '#lib/domain/bulk-resend.ts'
import { AppError } from '#lib/errors.ts'
import { startBulkResend } from '#lib/services/start-bulk-resend.ts'
import { steerBulkResend } from '#lib/services/steer-bulk-resend.ts'
import { readLogFilter } from '../read-log-filter.ts'

const wishSchema = z.object({
  query: z.string().max(5_000),
  statuses: z.array(z.enum(RESENDABLE_STATUSES)).min(1),
  mode: z.enum(RESEND_MODES),
  nonce: z
    .string()
    .min(8)
    .max(60)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u),
})

/** Begins a run over what the log's filter finds now. */
export async function start(wish: BulkWish): Promise<DeedResult<{ totalCount: number }>> {
  return answerDeed(async () => {
    const access = await requireAccess()
    const { query, ...rest } = readForm(wishSchema, wish)
    const search = Object.fromEntries(new URLSearchParams(query))
    const filter = await readLogFilter(access, search)
    const { runId, totalCount } = await startBulkResend(access, { filter, ...rest })
    if (runId === null) throw new AppError('conflict', 'Nothing of this can be sent any more.')
    revalidatePath('/', 'layout')
    return { totalCount }
  })
}

/** Pauses, resumes or cancels the run. */
export async function steer(steering: BulkSteering): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    const access = await requireAccess()
    await steerBulkResend(access, readForm(z.enum(BULK_STEERINGS), steering))
    revalidatePath('/', 'layout')
    return null
  })
}
