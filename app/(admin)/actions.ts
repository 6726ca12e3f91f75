'use server'

import { revalidatePath } from 'next/cache'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { answerDeed } from '#app/answer-deed.ts'
import { chosenMerchantCookie } from '#app/chosen-merchant.ts'
import { readForm } from '#app/read-form.ts'
import type { DeedResult } from '#components/deed-result.ts'
import { requireAccess } from '#lib/auth.ts'
import { resetCircuit } from '#lib/services/reset-circuit.ts'

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
    jar.set(chosenMerchantCookie(access.merchantId))
    revalidatePath('/', 'layout')
    return null
  })
}
