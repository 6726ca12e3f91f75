'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { answerDeed } from '#app/answer-deed.ts'
import { readForm } from '#app/read-form.ts'
import type { DeedResult } from '#components/deed-result.ts'
import { requireAccess } from '#lib/auth.ts'
import type { ErasedPerson } from '#lib/domain/erased-person.ts'
import type { Retention } from '#lib/domain/retention.ts'
import { erasePerson } from '#lib/services/erase-person.ts'
import { saveRetention } from '#lib/services/save-retention.ts'

const retentionSchema = z.object({ bodyDays: z.number(), rowMonths: z.number() })
const erasingSchema = z.object({ email: z.string().max(300), waiting: z.enum(['refuse', 'skip']) })

/** Saves how long this store keeps what. */
export async function save(retention: Retention): Promise<DeedResult<Retention>> {
  return answerDeed(async () => {
    const saved = await saveRetention(await requireAccess(), readForm(retentionSchema, retention))
    revalidatePath('/settings/keeping')
    return saved
  })
}

/** Counts what is kept of a person. */
export async function look(email: string): Promise<DeedResult<ErasedPerson>> {
  return answerDeed(async () => {
    const given = readForm(z.string().max(300), email)
    return erasePerson(await requireAccess(), { email: given, isDryRun: true, waiting: 'refuse' })
  })
}

/** Erases a person for good. */
export async function erase(wish: {
  email: string
  waiting: 'refuse' | 'skip'
}): Promise<DeedResult<ErasedPerson>> {
  return answerDeed(async () => {
    const erasing = { ...readForm(erasingSchema, wish), isDryRun: false }
    const erased = await erasePerson(await requireAccess(), erasing)
    revalidatePath('/', 'layout')
    return erased
  })
}
