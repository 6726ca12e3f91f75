'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { answerDeed } from '#app/answer-deed.ts'
import { readForm } from '#app/read-form.ts'
import type { DeedResult } from '#components/deed-result.ts'
import { requireAccess } from '#lib/auth.ts'
import type { MadeFeedKey } from '#lib/domain/item-feed.ts'
import type { SimpleKeyTest } from '#lib/domain/simple-key.ts'
import { cancelItemSync } from '#lib/services/cancel-item-sync.ts'
import { rotateFeedKey } from '#lib/services/rotate-feed-key.ts'
import { saveSimpleKey } from '#lib/services/save-simple-key.ts'
import { startItemSync } from '#lib/services/start-item-sync.ts'

const keySchema = z.object({ simpleKey: z.string() })
const scopeSchema = z.enum(['all', 'changes'])

/** Tries a simple key of UltraCart and keeps it unless it is turned away. */
export async function saveKey(simpleKey: string): Promise<DeedResult<SimpleKeyTest>> {
  return answerDeed(async () => {
    const test = await saveSimpleKey(await requireAccess(), readForm(keySchema, { simpleKey }))
    revalidatePath('/products')
    return test
  })
}

/** Starts fetching the store's items. */
export async function startSync(scope: 'all' | 'changes'): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    await startItemSync(await requireAccess(), readForm(scopeSchema, scope))
    revalidatePath('/products')
    return null
  })
}

/** Ends the sync that is under way. */
export async function cancelSync(): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    await cancelItemSync(await requireAccess())
    revalidatePath('/products')
    return null
  })
}

/** Makes a new key of the item feed; it is told this once. */
export async function makeFeedKey(): Promise<DeedResult<MadeFeedKey>> {
  return answerDeed(async () => {
    const made = await rotateFeedKey(await requireAccess())
    revalidatePath('/products')
    return made
  })
}
