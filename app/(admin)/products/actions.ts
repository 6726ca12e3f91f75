'use server'

import { revalidatePath } from 'next/cache'
import { answerDeed } from '#app/answer-deed.ts'
import type { DeedResult } from '#components/deed-result.ts'
import type { NameChange } from '#components/products/use-set-name.tsx'
import { requireAccess } from '#lib/auth.ts'
import type { ProductRow } from '#lib/domain/product.ts'
import { setProductName as setName } from '#lib/services/set-product-name.ts'

/** Sets the name that ONTRAPORT gets for an item, or takes it away. */
export async function setProductName(change: NameChange): Promise<DeedResult<ProductRow>> {
  return answerDeed(async () => {
    const product = await setName(await requireAccess(), change)
    revalidatePath('/', 'layout')
    return product
  })
}
