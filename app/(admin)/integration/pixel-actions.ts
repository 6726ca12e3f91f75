'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { answerDeed } from '#app/answer-deed.ts'
import { readForm } from '#app/read-form.ts'
import type { DeedResult } from '#components/deed-result.ts'
import { requireAccess } from '#lib/auth.ts'
import type { ConnectionMethod } from '#lib/domain/connection.ts'
import type { SavedTheme } from '#lib/domain/theme.ts'
import { removeTheme } from '#lib/services/remove-theme.ts'
import { setConnectionMethod } from '#lib/services/set-connection-method.ts'
import { setTheme } from '#lib/services/set-theme.ts'

const methodSchema = z.enum(['api', 'pixel'])
const themeSchema = z.object({ theme: z.string(), ontraportHost: z.string() })

/** Chooses how the store talks to ONTRAPORT from now on. */
export async function chooseMethod(method: ConnectionMethod): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    await setConnectionMethod(await requireAccess(), readForm(methodSchema, method))
    revalidatePath('/', 'layout')
    return null
  })
}

/** Sets the ONTRAPORT host of a theme; a whole pixel may be given. */
export async function saveTheme(
  theme: string,
  ontraportHost: string,
): Promise<DeedResult<SavedTheme>> {
  return answerDeed(async () => {
    const saved = await setTheme(
      await requireAccess(),
      readForm(themeSchema, { theme, ontraportHost }),
    )
    revalidatePath('/integration')
    return saved
  })
}

/** Takes the ONTRAPORT host of a theme away. */
export async function deleteTheme(theme: string): Promise<DeedResult<{ key: string }>> {
  return answerDeed(async () => {
    const removed = await removeTheme(await requireAccess(), readForm(z.string(), theme))
    revalidatePath('/integration')
    return removed
  })
}
