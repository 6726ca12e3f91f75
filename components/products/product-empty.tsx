'use client'

import { Button } from '@mantine/core'
import { IconSearchOff, IconTags } from '@tabler/icons-react'
import { EmptyNote } from '../empty-note.tsx'

export function ProductEmpty({ isSearch, onClear }: { isSearch: boolean; onClear?: () => void }) {
  if (isSearch)
    return (
      <EmptyNote
        icon={<IconSearchOff size={26} stroke={1.6} />}
        title="No product matches"
        action={<Button onClick={onClear}>Clear the search</Button>}
      >
        Item ids, descriptions and names are searched.
      </EmptyNote>
    )
  return (
    <EmptyNote icon={<IconTags size={26} stroke={1.6} />} title="No items yet">
      Items appear by themselves with the first order or item event from UltraCart. To have them all
      now, sync them below or upload a list. You can enter names before that with “Add a name”;
      without one, the item id is sent.
    </EmptyNote>
  )
}
