'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { answerDeed } from '#app/answer-deed.ts'
import { readForm } from '#app/read-form.ts'
import type { DeedResult } from '#components/deed-result.ts'
import { requireAccess } from '#lib/auth.ts'
import type { ConnectionTest } from '#lib/domain/connection.ts'
import type { RulePreview } from '#lib/domain/preview-rules.ts'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import { previewRelayRule } from '#lib/services/preview-relay-rule.ts'
import { rotateWebhookPassword } from '#lib/services/rotate-webhook-password.ts'
import { saveApiKey } from '#lib/services/save-api-key.ts'
import { setRelayRules } from '#lib/services/set-relay-rules.ts'
import { testConnection } from '#lib/services/test-connection.ts'

const textSchema = z.string()
const changeSchema = z.tuple([z.string(), z.string()])

/** Tries a key and keeps it unless it is turned away. */
export async function saveKey(apiKey: string): Promise<DeedResult<ConnectionTest>> {
  return answerDeed(async () => {
    const test = await saveApiKey(await requireAccess(), {
      apiKey: readForm(textSchema, apiKey),
    })
    revalidatePath('/', 'layout')
    return test
  })
}

/** Tries the saved key. */
export async function testKey(): Promise<DeedResult<ConnectionTest>> {
  return answerDeed(async () => {
    const test = await testConnection(await requireAccess(), { apiKey: null })
    revalidatePath('/', 'layout')
    return test
  })
}

/** Makes a new webhook password; the one before stays valid for a day. */
export async function rotatePassword(): Promise<DeedResult<{ webhookPassword: string }>> {
  return answerDeed(async () => {
    const made = await rotateWebhookPassword(await requireAccess())
    revalidatePath('/integration')
    return made
  })
}

/** What a change of one relay rule would have done; nothing is changed. */
export async function previewRule(name: string, value: string): Promise<DeedResult<RulePreview>> {
  return answerDeed(async () =>
    previewRelayRule(await requireAccess(), readForm(changeSchema, [name, value])),
  )
}

/** Changes one relay rule by its public name. */
export async function setRule(name: string, value: string): Promise<DeedResult<RelayRules>> {
  return answerDeed(async () => {
    const rules = await setRelayRules(await requireAccess(), [
      readForm(changeSchema, [name, value]),
    ])
    revalidatePath('/integration')
    return rules
  })
}
