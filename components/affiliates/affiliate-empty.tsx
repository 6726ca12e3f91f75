'use client'

import { Button } from '@mantine/core'
import { IconSearchOff, IconUsersGroup } from '@tabler/icons-react'
import { EmptyNote } from '../empty-note.tsx'
import { AFFILIATES_TEXTS } from '../texts/affiliates.ts'

const TEXTS = AFFILIATES_TEXTS.affiliateEmpty

export function AffiliateEmpty({ isSearch, onClear }: { isSearch: boolean; onClear: () => void }) {
  if (isSearch)
    return (
      <EmptyNote
        icon={<IconSearchOff size={26} stroke={1.6} />}
        title={TEXTS.title}
        action={<Button onClick={onClear}>{TEXTS.clearTheSearch}</Button>}
      >
        {TEXTS.aNumberHasTo}
      </EmptyNote>
    )
  return (
    <EmptyNote icon={<IconUsersGroup size={26} stroke={1.6} />} title={TEXTS.noAffiliatesYet}>
      {TEXTS.ultracartHasNoWebhook}
    </EmptyNote>
  )
}
