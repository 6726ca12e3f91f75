'use server'

import { revalidatePath } from 'next/cache'
import { answerDeed } from '#app/answer-deed.ts'
import { readFile } from '#app/read-file.ts'
import type { DeedResult } from '#components/deed-result.ts'
import { requireAccess } from '#lib/auth.ts'
import type { ProductListPlan } from '#lib/domain/product-list.ts'
import { importProductsCsv } from '#lib/services/import-products-csv.ts'
import { previewProductsCsv } from '#lib/services/preview-products-csv.ts'

/** Says what an uploaded list would change. */
export async function previewList(form: FormData): Promise<DeedResult<ProductListPlan>> {
  return answerDeed(async () => previewProductsCsv(await requireAccess(), await readList(form)))
}

/** Takes an uploaded list in. */
export async function importList(form: FormData): Promise<DeedResult<ProductListPlan['counts']>> {
  return answerDeed(async () => {
    const access = await requireAccess()
    const counts = await importProductsCsv(access, await readList(form))
    revalidatePath('/', 'layout')
    return counts
  })
}

async function readList(form: FormData): Promise<{ file: Uint8Array; isCopied: boolean }> {
  return { file: await readFile(form), isCopied: form.get('isCopied') === 'yes' }
}
