'use server'

import { z } from 'zod'
import { answerDeed } from '#app/answer-deed.ts'
import { readForm } from '#app/read-form.ts'
import type { DeedResult } from '#components/deed-result.ts'
import type { SetUpFields } from '#components/welcome/set-up-form.tsx'
import { completeSetup } from '#lib/services/complete-setup.ts'

const setupSchema = z.object({
  token: z.string(),
  email: z.string(),
  password: z.string(),
  merchantId: z.string(),
  merchantName: z.string(),
  startDate: z.string().nullable(),
  isSandbox: z.boolean(),
})

/** Makes the first account and store with the one-time link. */
export async function completeSetUp(
  token: string,
  form: SetUpFields,
): Promise<DeedResult<{ merchantId: string }>> {
  return answerDeed(() => completeSetup(readForm(setupSchema, { ...form, token })))
}
