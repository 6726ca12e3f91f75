'use server'

import { answerDeed } from '#app/answer-deed.ts'
import type { DeedResult } from '#components/deed-result.ts'
import type { SetUpFields } from '#components/welcome/set-up-form.tsx'
import { completeSetup } from '#lib/services/complete-setup.ts'

/** Makes the first account and store with the one-time link. */
export async function completeSetUp(
  token: string,
  form: SetUpFields,
): Promise<DeedResult<{ merchantId: string }>> {
  return answerDeed(() => completeSetup({ ...form, token }))
}
