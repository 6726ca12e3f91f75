'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { answerDeed } from '#app/answer-deed.ts'
import { readForm } from '#app/read-form.ts'
import type { DeedResult } from '#components/deed-result.ts'
import type { NameChange } from '#components/products/use-set-name.tsx'
import { requireAccess } from '#lib/auth.ts'
import type { ProductRow } from '#lib/domain/product.ts'
import { setProductName as setName } from '#lib/services/set-product-name.ts'

const changeSchema = z.object({ itemId: z.string(), productName: z.string().nullable() })

/** Sets the name that ONTRAPORT gets for an item, or takes it away. */
export async function setProductName(change: NameChange): Promise<DeedResult<ProductRow>> {
  return answerDeed(async () => {
    const product = await setName(await requireAccess(), readForm(changeSchema, change))
    revalidatePath('/', 'layout')
    return product
  })
}
