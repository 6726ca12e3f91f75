'use client'

import { Button } from '@mantine/core'
import { IconBookmarkPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Dialog } from '../dialog/dialog.tsx'
import { later } from '../later.ts'
import { LOG_TEXTS } from '../texts/log.ts'
import type { SaveViewProps } from './save-view-form.tsx'

const TEXTS = LOG_TEXTS.saveViewButton

const SaveViewForm = later(() => import('./save-view-form.tsx').then((file) => file.SaveViewForm))

/** Keeps the present filters as a view. */
export function SaveViewButton(props: SaveViewProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconBookmarkPlus size={15} stroke={1.8} aria-hidden />}
        onPointerEnter={SaveViewForm.preload}
        onFocus={SaveViewForm.preload}
        onClick={() => setOpen(true)}
      >
        {TEXTS.saveView}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={TEXTS.title}>
        <SaveViewForm {...props} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}
