'use client'

import { PasswordInput, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ConnectionTest } from '#lib/domain/connection.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { FormButtons } from '../form-buttons.tsx'
import { FormFault } from '../form-fault.tsx'
import { INTEGRATION_API_TEXTS } from '../texts/integration-api.ts'
import { type Deed, useDeed } from '../use-deed.ts'

const TEXTS = INTEGRATION_API_TEXTS.form

export type SaveApp = Deed<[appId: string, key: string], ConnectionTest>

type AppModalProps = {
  isOpen: boolean
  saveApp: SaveApp
  onClose: () => void
  onSaved: (test: ConnectionTest) => void
}

/** Takes the App ID and key of ONTRAPORT's API, tries them and keeps them when they pass. */
export function AppModal(props: AppModalProps) {
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={TEXTS.title} size="lg">
      <AppForm {...props} />
    </Dialog>
  )
}

function AppForm({ saveApp, onClose, onSaved }: AppModalProps) {
  const { run, isRunning, fault } = useDeed(saveApp)
  const [appId, setAppId] = useState('')
  const [key, setKey] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isWhole = appId.trim() !== '' && key.trim() !== ''
    setRefusal(isWhole ? null : TEXTS.enterBoth)
    if (!isWhole) return
    run([appId, key], (test) => {
      if (!test.isAccepted) return setRefusal(test.message)
      onSaved(test)
      onClose()
    })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormFault fault={refusal ?? fault} />
        <TextInput
          label={TEXTS.appId}
          description={TEXTS.appIdWhere}
          value={appId}
          onChange={(event) => setAppId(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
        <PasswordInput
          label={TEXTS.key}
          description={TEXTS.keyWhere}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': TEXTS.showOrHide }}
          autoComplete="off"
          spellCheck={false}
        />
        <FormButtons submit={TEXTS.testAndSave} isRunning={isRunning} onCancel={onClose} />
      </Stack>
    </form>
  )
}
