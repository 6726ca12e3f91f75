'use server'

import { revalidatePath } from 'next/cache'
import { answerDeed } from '#app/answer-deed.ts'
import { readFile } from '#app/read-file.ts'
import type { DeedResult } from '#components/deed-result.ts'
import { requireAccess } from '#lib/auth.ts'
import type { AffiliatesImport, AffiliatesPreview } from '#lib/domain/affiliate-list.ts'
import { importAffiliatesCsv } from '#lib/services/import-affiliates-csv.ts'
import { previewAffiliatesCsv } from '#lib/services/preview-affiliates-csv.ts'

/** Says what an uploaded list would change. */
export async function previewList(form: FormData): Promise<DeedResult<AffiliatesPreview>> {
  return answerDeed(async () =>
    previewAffiliatesCsv(await requireAccess(), { file: await readFile(form) }),
  )
}

/** Takes an uploaded list in. */
export async function importList(form: FormData): Promise<DeedResult<AffiliatesImport>> {
  return answerDeed(async () => {
    const access = await requireAccess()
    const result = await importAffiliatesCsv(access, { file: await readFile(form) })
    revalidatePath('/', 'layout')
    return result
  })
}
