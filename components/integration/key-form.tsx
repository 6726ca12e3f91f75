'use client'

import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ConnectionTest } from '#lib/domain/connection.ts'
import { FormFault } from '../form-fault.tsx'
import { type Deed, useDeed } from '../use-deed.ts'
import { isTurnedAway } from './is-turned-away.ts'

type KeyFormProps = {
  saveKey: Deed<[apiKey: string], ConnectionTest>
  /** Called when the key was kept, proven or not. */
  onSaved: (test: ConnectionTest) => void
  onCancel?: () => void
}

/** Takes a key, tries it at ONTRAPORT and keeps it unless it is turned away. */
export function KeyForm({ saveKey, onSaved, onCancel }: KeyFormProps) {
  const { run, isRunning, fault } = useDeed(saveKey)
  const [apiKey, setApiKey] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setRefusal(apiKey.trim() === '' ? 'Enter the key first.' : null)
    if (apiKey.trim() === '') return
    run([apiKey.trim()], (test) => (isTurnedAway(test) ? setRefusal(test.message) : onSaved(test)))
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormFault fault={refusal ?? fault} />
        <PasswordInput
          label="UltraCart Integration Key"
          description="In ONTRAPORT: Administration → Integrations → UltraCart. You may also paste the whole receiver address that holds the key."
          value={apiKey}
          onChange={(event) => setApiKey(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the key' }}
          autoComplete="off"
          spellCheck={false}
          maw={520}
          data-autofocus
        />
        <Group gap="xs">
          <Button type="submit" loading={isRunning}>
            Test and save
          </Button>
          {onCancel !== undefined && (
            <Button variant="default" onClick={onCancel}>
              Cancel
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
