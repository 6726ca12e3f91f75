'use client'

import { Button } from '@mantine/core'
import { IconSearchOff, IconTags } from '@tabler/icons-react'
import { EmptyNote } from '../empty-note.tsx'
import { PRODUCTS_TEXTS } from '../texts/products.ts'

const TEXTS = PRODUCTS_TEXTS.productEmpty

export function ProductEmpty({ isSearch, onClear }: { isSearch: boolean; onClear?: () => void }) {
  if (isSearch)
    return (
      <EmptyNote
        icon={<IconSearchOff size={26} stroke={1.6} />}
        title={TEXTS.title}
        action={<Button onClick={onClear}>{TEXTS.clearTheSearch}</Button>}
      >
        {TEXTS.itemIdsDescriptionsAnd}
      </EmptyNote>
    )
  return (
    <EmptyNote icon={<IconTags size={26} stroke={1.6} />} title={TEXTS.noItemsYet}>
      {TEXTS.itemsAppearByThemselves}
    </EmptyNote>
  )
}
