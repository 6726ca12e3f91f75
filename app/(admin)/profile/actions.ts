'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { answerDeed } from '#app/answer-deed.ts'
import { readForm } from '#app/read-form.ts'
import type { DeedResult } from '#components/deed-result.ts'
import { renewSession, requireViewer } from '#lib/auth.ts'
import { changePassword as changePasswordOf } from '#lib/services/change-password.ts'
import { type Profile, saveProfile } from '#lib/services/save-profile.ts'

const profileSchema = z.object({ name: z.string(), timeZone: z.string().nullable() })
const passwordsSchema = z.object({ current: z.string().max(200), next: z.string() })

/** Saves how whoever asks is called, and the zone in which they read times. */
export async function save(profile: Profile): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    await saveProfile(await requireViewer(), readForm(profileSchema, profile))
    revalidatePath('/', 'layout')
    return null
  })
}

/** Changes the password of whoever asks; their other sessions end, and this one goes on. */
export async function changePassword(change: {
  current: string
  next: string
}): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    const viewer = await requireViewer()
    const { sessionVersion } = await changePasswordOf(viewer, readForm(passwordsSchema, change))
    await renewSession(viewer.userId, sessionVersion)
    return null
  })
}
