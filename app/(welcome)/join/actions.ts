'use server'

import { cookies } from 'next/headers'
import { z } from 'zod'
import { answerDeed } from '#app/answer-deed.ts'
import { chosenMerchantCookie } from '#app/chosen-merchant.ts'
import { readForm } from '#app/read-form.ts'
import type { DeedResult } from '#components/deed-result.ts'
import { requireViewer } from '#lib/auth.ts'
import { acceptInvitation } from '#lib/services/accept-invitation.ts'
import { joinByInvitation } from '#lib/services/join-by-invitation.ts'

const joinSchema = z.object({ token: z.string(), name: z.string(), password: z.string() })

/** Makes an account with an invitation; the answer is the address to sign in with. */
export async function join(
  token: string,
  account: { name: string; password: string },
): Promise<DeedResult<{ email: string }>> {
  return answerDeed(async () => {
    const { email } = await joinByInvitation(readForm(joinSchema, { ...account, token }))
    return { email }
  })
}

/** Accepts an invitation as whoever is signed in, and shows them that store from now on. */
export async function accept(token: string): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    const viewer = await requireViewer()
    const { merchantId } = await acceptInvitation(viewer, readForm(z.string(), token))
    const jar = await cookies()
    jar.set(chosenMerchantCookie(merchantId))
    return null
  })
}
