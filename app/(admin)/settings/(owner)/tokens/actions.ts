'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { answerDeed } from '#app/answer-deed.ts'
import { readForm } from '#app/read-form.ts'
import type { DeedResult } from '#components/deed-result.ts'
import { requireAccess } from '#lib/auth.ts'
import type { MadeToken } from '#lib/domain/api-token.ts'
import { addToken } from '#lib/services/add-token.ts'
import { revokeToken } from '#lib/services/revoke-token.ts'

const PAGE = '/settings/tokens'

/** Makes a token; it is in this answer only. */
export async function add(name: string): Promise<DeedResult<MadeToken>> {
  return answerDeed(async () => {
    const made = await addToken(await requireAccess(), { name: readForm(z.string(), name) })
    revalidatePath(PAGE)
    return { name: made.name, token: made.token }
  })
}

/** Makes a token stop working. */
export async function revoke(id: string): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    await revokeToken(await requireAccess(), readForm(z.string(), id))
    revalidatePath(PAGE)
    return null
  })
}
