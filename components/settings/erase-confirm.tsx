'use client'

import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ErasedPerson } from '#lib/domain/erased-person.ts'
import { FormFault } from '../form-fault.tsx'
import { ERASE_TEXTS as TEXTS } from '../texts/keeping.ts'
import { useDeed } from '../use-deed.ts'
import type { EraseDeeds } from './erase-deeds.ts'
import classes from './erase-section.module.css'

type EraseConfirmProps = Pick<EraseDeeds, 'erase'> & {
  email: string
  found: ErasedPerson
  onErased: (erased: ErasedPerson) => void
  onCancel: () => void
}

/** What there is of a person, and the last question. */
export function EraseConfirm({ email, found, erase, onErased, onCancel }: EraseConfirmProps) {
  const { run, isRunning, fault } = useDeed(erase)
  const [typed, setTyped] = useState('')
  const [isSkipping, setSkipping] = useState(false)
  const { transmissionCount, deliveryCount, waitingCount } = found
  const isSame = typed.trim().toLowerCase() === email.toLowerCase()
  const canErase = isSame && (waitingCount === 0 || isSkipping)
  return (
    <Stack className={classes.confirm}>
      <FormFault fault={fault} />
      <Text size="sm" fw={560} role="status">
        {TEXTS.found(email, transmissionCount, deliveryCount)}
      </Text>
      {waitingCount > 0 && (
        <>
          <Text size="sm">{TEXTS.waiting(waitingCount)}</Text>
          <Checkbox
            label={TEXTS.skipWaiting}
            checked={isSkipping}
            onChange={(event) => setSkipping(event.currentTarget.checked)}
          />
        </>
      )}
      <TextInput
        label={TEXTS.confirmLabel}
        description={TEXTS.confirmHint}
        autoComplete="off"
        maw={420}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button
          color="red.8"
          disabled={!canErase}
          loading={isRunning}
          onClick={() => run([{ email, waiting: isSkipping ? 'skip' : 'refuse' }], onErased)}
        >
          {TEXTS.erase}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {TEXTS.cancel}
        </Button>
      </Group>
    </Stack>
  )
}
