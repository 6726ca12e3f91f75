'use server'

import { revalidatePath } from 'next/cache'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { answerDeed } from '#app/answer-deed.ts'
import { readForm } from '#app/read-form.ts'
import type { DeedResult } from '#components/deed-result.ts'
import { MERCHANT_COOKIE, requireAccess } from '#lib/auth.ts'
import { ownCookie } from '#lib/own-cookies.ts'
import { resetCircuit } from '#lib/services/reset-circuit.ts'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** Has one message tried at once while ONTRAPORT does not answer. */
export async function tryNow(): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    await resetCircuit(await requireAccess())
    revalidatePath('/', 'layout')
    return null
  })
}

/** Shows another of the viewer's stores from now on. */
export async function chooseMerchant(merchantId: string): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    const access = await requireAccess(readForm(z.string(), merchantId))
    const jar = await cookies()
    jar.set({ ...ownCookie(MERCHANT_COOKIE, YEAR_SECONDS), value: access.merchantId })
    revalidatePath('/', 'layout')
    return null
  })
}
