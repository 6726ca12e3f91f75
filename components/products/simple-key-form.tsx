'use client'

import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { useDeed } from '../use-deed.ts'
import type { SyncDeeds } from './store-deeds.ts'

type SimpleKeyFormProps = Pick<SyncDeeds, 'saveKey'> & { onClose?: () => void }

/** Takes the key of UltraCart's API, tries it, and keeps it unless it is turned away. */
export function SimpleKeyForm({ saveKey, onClose }: SimpleKeyFormProps) {
  const { run, isRunning, fault } = useDeed(saveKey)
  const [simpleKey, setSimpleKey] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setRefusal(simpleKey.trim() === '' ? 'Enter the key first.' : null)
    if (simpleKey.trim() === '') return
    run([simpleKey.trim()], ({ isSaved, message }) => {
      if (!isSaved) return setRefusal(message)
      notifyDone('Simple key saved', message)
      onClose?.()
    })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormFault fault={refusal ?? fault} />
        <PasswordInput
          label="Simple key of UltraCart"
          description="In UltraCart: Configuration → Back Office → Authorized Applications → new application with a simple key. It needs item_read; to set up the webhook and to fetch past orders also webhook_read, webhook_write and order_read. It is kept encrypted."
          value={simpleKey}
          onChange={(event) => setSimpleKey(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the simple key' }}
          autoComplete="off"
          spellCheck={false}
          maw={620}
        />
        <Group gap="xs">
          <Button type="submit" loading={isRunning}>
            Test and save
          </Button>
          {onClose !== undefined && (
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
