'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { answerDeed } from '#app/answer-deed.ts'
import { readForm } from '#app/read-form.ts'
import type { DeedResult } from '#components/deed-result.ts'
import { requireAccess } from '#lib/auth.ts'
import { SANDBOX_ANSWERS, type SandboxAnswer, type SandboxSwitch } from '#lib/domain/sandbox.ts'
import { type FilledStore, fillSampleStore } from '#lib/services/fill-sample-store.ts'
import { setSandbox } from '#lib/services/set-sandbox.ts'
import { setSandboxAnswer } from '#lib/services/set-sandbox-answer.ts'

const switchSchema = z.boolean()
const answerSchema = z.enum(SANDBOX_ANSWERS)

/** Enters the sandbox or goes live. */
export async function switchSandbox(isSandbox: boolean): Promise<DeedResult<SandboxSwitch>> {
  return answerDeed(async () => {
    const switched = await setSandbox(await requireAccess(), readForm(switchSchema, isSandbox))
    revalidatePath('/', 'layout')
    return switched
  })
}

/** Chooses what the sandbox answers from now on. */
export async function chooseAnswer(answer: SandboxAnswer): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    await setSandboxAnswer(await requireAccess(), readForm(answerSchema, answer))
    revalidatePath('/', 'layout')
    return null
  })
}

/** Lets the sample store report its orders. */
export async function fillStore(): Promise<DeedResult<FilledStore>> {
  return answerDeed(async () => {
    const filled = await fillSampleStore(await requireAccess())
    revalidatePath('/', 'layout')
    return filled
  })
}
