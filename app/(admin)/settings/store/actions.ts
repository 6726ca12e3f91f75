'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { answerDeed } from '#app/answer-deed.ts'
import { readForm } from '#app/read-form.ts'
import type { DeedResult } from '#components/deed-result.ts'
import { requireAccess } from '#lib/auth.ts'
import type { StoreProfile } from '#lib/domain/store-profile.ts'
import { saveStore } from '#lib/services/save-store.ts'

const storeSchema = z.object({ name: z.string().max(300), timeZone: z.string().max(100) })

/** Saves how this store is called, and in which zone it lives. */
export async function save(store: StoreProfile): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    await saveStore(await requireAccess(), readForm(storeSchema, store))
    revalidatePath('/', 'layout')
    return null
  })
}
