'use client'

import { Button } from '@mantine/core'
import { IconSearchOff, IconUsersGroup } from '@tabler/icons-react'
import { EmptyNote } from '../empty-note.tsx'

export function AffiliateEmpty({ isSearch, onClear }: { isSearch: boolean; onClear: () => void }) {
  if (isSearch)
    return (
      <EmptyNote
        icon={<IconSearchOff size={26} stroke={1.6} />}
        title="No affiliate matches"
        action={<Button onClick={onClear}>Clear the search</Button>}
      >
        A number has to be whole; of names, companies and emails any part will do.
      </EmptyNote>
    )
  return (
    <EmptyNote icon={<IconUsersGroup size={26} stroke={1.6} />} title="No affiliates yet">
      UltraCart has no webhook for affiliate sign-ups, so they do not come by themselves. Below are
      the ways in which they can.
    </EmptyNote>
  )
}
