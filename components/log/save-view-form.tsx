'use client'

import { Radio, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { FormButtons } from '../form-buttons.tsx'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { LOG_TEXTS } from '../texts/log.ts'
import { useDeed } from '../use-deed.ts'
import type { ViewDeeds } from './view-deeds.ts'
import { ViewNameInput } from './view-name-input.tsx'

const TEXTS = LOG_TEXTS.saveViewButton

export type SaveViewProps = { query: string; canEdit: boolean; save: ViewDeeds['save'] }

export function SaveViewForm({
  query,
  canEdit,
  save,
  onClose,
}: SaveViewProps & { onClose: () => void }) {
  const [name, setName] = useState('')
  const [isTeam, setTeam] = useState(false)
  const { run, isRunning, fault } = useDeed(save)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run([{ name, query, isTeam }], (view) => {
      notifyDone(TEXTS.viewSaved, view.name)
      onClose()
    })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <FormFault fault={fault} />
        <ViewNameInput name={name} onChange={setName} />
        {canEdit && (
          <Radio.Group
            label={TEXTS.whoSeesIt}
            value={isTeam ? 'team' : 'own'}
            onChange={(value) => setTeam(value === 'team')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="own" label={TEXTS.onlyI} />
              <Radio value="team" label={TEXTS.everybodyWhoMaySee} />
            </Stack>
          </Radio.Group>
        )}
        <FormButtons submit={TEXTS.save} isRunning={isRunning} onCancel={onClose} />
      </Stack>
    </form>
  )
}
