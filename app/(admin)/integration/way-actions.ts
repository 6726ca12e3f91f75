'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { answerDeed } from '#app/answer-deed.ts'
import { readForm } from '#app/read-form.ts'
import type { DeedResult } from '#components/deed-result.ts'
import { requireAccess } from '#lib/auth.ts'
import { type ConnectionTest, WAYS, type Way } from '#lib/domain/connection.ts'
import { fetchAccountProducts } from '#lib/services/fetch-account-products.ts'
import { saveAppCredentials } from '#lib/services/save-app-credentials.ts'
import { setWay } from '#lib/services/set-way.ts'

const appSchema = z.object({ appId: z.string(), key: z.string() })
const waySchema = z.enum(WAYS)

/** Tries an App ID and key of ONTRAPORT's API and keeps them when they pass; the way stays as it is. */
export async function saveApp(appId: string, key: string): Promise<DeedResult<ConnectionTest>> {
  return answerDeed(async () => {
    const test = await saveAppCredentials(await requireAccess(), {
      ...readForm(appSchema, { appId, key }),
      isUsedNow: false,
    })
    revalidatePath('/', 'layout')
    return test
  })
}

/** Fetches the names of the products of ONTRAPORT's account; nothing is changed there. */
export async function fetchProducts(): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    await fetchAccountProducts(await requireAccess())
    revalidatePath('/', 'layout')
    return null
  })
}

/** Chooses by which of ONTRAPORT's doors messages go from now on. */
export async function chooseWay(way: Way): Promise<DeedResult<null>> {
  return answerDeed(async () => {
    await setWay(await requireAccess(), readForm(waySchema, way))
    revalidatePath('/', 'layout')
    return null
  })
}
