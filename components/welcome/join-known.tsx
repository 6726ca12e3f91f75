'use client'

import { Button, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { FormFault } from '../form-fault.tsx'
import { JOIN_TEXTS } from '../texts/join.ts'
import { useDeed } from '../use-deed.ts'
import type { JoinDeeds } from './join-new-form.tsx'

type JoinKnownProps = { deeds: JoinDeeds; onDone: () => void }

/** Signs in to the account of the invited address, and joins. */
export function JoinSignInForm({ deeds, onDone }: JoinKnownProps) {
  const { run, isRunning, fault } = useDeed(deeds.signInAndAccept)
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (password) => (password === '' ? JOIN_TEXTS.passwordNeeded : null) },
  })
  return (
    <form noValidate onSubmit={form.onSubmit(({ password }) => run([password], onDone))}>
      <Stack>
        <FormFault fault={fault} />
        <PasswordInput
          label={JOIN_TEXTS.password}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': JOIN_TEXTS.toggle }}
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" loading={isRunning} fullWidth>
          {JOIN_TEXTS.signIn}
        </Button>
      </Stack>
    </form>
  )
}

/** Joins as who is signed in already. */
export function AcceptForm({ deeds, onDone }: JoinKnownProps) {
  const { run, isRunning, fault } = useDeed(deeds.accept)
  return (
    <Stack>
      <FormFault fault={fault} />
      <Button size="md" loading={isRunning} fullWidth onClick={() => run([], onDone)}>
        {JOIN_TEXTS.accept}
      </Button>
    </Stack>
  )
}
