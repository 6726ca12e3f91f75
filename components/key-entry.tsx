'use client'

import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { FormFault } from './form-fault.tsx'
import { SHARED_TEXTS } from './texts/shared.ts'
import { type Deed, useDeed } from './use-deed.ts'

const TEXTS = SHARED_TEXTS.keyEntry

type KeyEntryProps<Test> = {
  label: string
  /** Where the key is found. */
  description: string
  saveKey: Deed<[key: string], Test>
  /** Why a tried key was turned away; `null` when it was kept. */
  refusalOf: (test: Test) => string | null
  /** Called when the key was kept, proven or not. */
  onSaved: (test: Test) => void
  onCancel?: (() => void) | undefined
  /** Takes the focus when the window that it stands in opens. */
  hasFocus?: boolean
}

/** Takes a key, tries it and keeps it unless it is turned away. */
export function KeyEntry<Test>(props: KeyEntryProps<Test>) {
  const { run, isRunning, fault } = useDeed(props.saveKey)
  const [key, setKey] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setRefusal(key.trim() === '' ? TEXTS.enterTheKeyFirst : null)
    if (key.trim() === '') return
    run([key.trim()], (test) => {
      const turnedAway = props.refusalOf(test)
      if (turnedAway === null) props.onSaved(test)
      else setRefusal(turnedAway)
    })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormFault fault={refusal ?? fault} />
        <PasswordInput
          label={props.label}
          description={props.description}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': TEXTS.showOrHideThe }}
          autoComplete="off"
          spellCheck={false}
          maw={620}
          data-autofocus={props.hasFocus || undefined}
        />
        <Group gap="xs">
          <Button type="submit" loading={isRunning}>
            {TEXTS.testAndSave}
          </Button>
          {props.onCancel !== undefined && (
            <Button variant="default" onClick={props.onCancel}>
              {TEXTS.cancel}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
