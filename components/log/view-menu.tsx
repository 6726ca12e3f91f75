'use client'

import { Button, Menu, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { LogView } from '#lib/domain/log-view.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { DropDownMenu } from '../drop-down/drop-down-menu.tsx'
import type { DropDownPlace } from '../drop-down/use-drop-down.ts'
import { FormButtons } from '../form-buttons.tsx'
import { FormFault } from '../form-fault.tsx'
import { notifyDone, notifyRefused } from '../notify.tsx'
import { LOG_TEXTS } from '../texts/log.ts'
import { useDeed } from '../use-deed.ts'
import type { ViewDeeds } from './view-deeds.ts'
import { ViewNameInput } from './view-name-input.tsx'

const TEXTS = LOG_TEXTS.viewMenu

export type ViewMenuProps = { view: LogView; deeds: ViewDeeds }

/** Renames and deletes the view that is open. */
export function ViewMenu({ place, view, deeds }: ViewMenuProps & { place: DropDownPlace }) {
  const [isRenaming, setRenaming] = useState(false)
  return (
    <>
      <DropDownMenu place={place} position="bottom-end">
        <Menu.Item
          leftSection={<IconPencil size={16} stroke={1.7} aria-hidden />}
          onClick={() => setRenaming(true)}
        >
          {TEXTS.rename}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.7} aria-hidden />}
          onClick={() => remove(view, deeds.change)}
        >
          {TEXTS.delete}
        </Menu.Item>
      </DropDownMenu>
      <Dialog isOpen={isRenaming} onClose={() => setRenaming(false)} title={TEXTS.title}>
        <RenameForm view={view} deeds={deeds} onClose={() => setRenaming(false)} />
      </Dialog>
    </>
  )
}

/** Deleted at once, with a way back: nothing is lost that a question would protect. */
async function remove(view: LogView, change: ViewDeeds['change']): Promise<void> {
  const result = await change(view.id, { kind: 'delete' })
  if (result.kind === 'refused') {
    notifyRefused(TEXTS.notDeleted, result.reason)
    return
  }
  const notice = notifyDone(
    TEXTS.viewDeleted,
    <Button
      variant="default"
      size="xs"
      mt={6}
      onClick={async () => {
        notifications.hide(notice)
        const undone = await change(view.id, { kind: 'restore' })
        if (undone.kind === 'refused') notifyRefused(TEXTS.notTakenBack, undone.reason)
      }}
    >
      {TEXTS.undo}
    </Button>,
    { hasButton: true },
  )
}

function RenameForm({ view, deeds, onClose }: ViewMenuProps & { onClose: () => void }) {
  const [name, setName] = useState(view.name)
  const { run, isRunning, fault } = useDeed(deeds.change)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run([view.id, { kind: 'rename', name }], onClose)
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <FormFault fault={fault} />
        <ViewNameInput name={name} onChange={setName} />
        <FormButtons submit={TEXTS.save} isRunning={isRunning} onCancel={onClose} />
      </Stack>
    </form>
  )
}
