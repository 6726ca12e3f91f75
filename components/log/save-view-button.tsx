'use client'

import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core'
import { IconBookmarkPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { LONGEST_VIEW_NAME } from '#lib/domain/log-view.ts'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { useDeed } from '../use-deed.ts'
import type { ViewDeeds } from './view-deeds.ts'

type SaveViewProps = { query: string; canEdit: boolean; save: ViewDeeds['save'] }

/** Keeps the present filters as a view. */
export function SaveViewButton(props: SaveViewProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconBookmarkPlus size={15} stroke={1.8} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        Save view…
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title="Save these filters as a view"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <SaveViewForm {...props} onClose={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function SaveViewForm({ query, canEdit, save, onClose }: SaveViewProps & { onClose: () => void }) {
  const [name, setName] = useState('')
  const [isTeam, setTeam] = useState(false)
  const { run, isRunning, fault } = useDeed(save)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run([{ name, query, isTeam }], (view) => {
      notifyDone('View saved', view.name)
      onClose()
    })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <FormFault fault={fault} />
        <TextInput
          label="Name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={LONGEST_VIEW_NAME}
          required
          data-autofocus
        />
        {canEdit && (
          <Radio.Group
            label="Who sees it"
            value={isTeam ? 'team' : 'own'}
            onChange={(value) => setTeam(value === 'team')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="own" label="Only I" />
              <Radio value="team" label="Everybody who may see this store" />
            </Stack>
          </Radio.Group>
        )}
        <Group gap="xs">
          <Button type="submit" loading={isRunning}>
            Save view
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
