'use client'

import { Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { checkPersonName } from '#lib/domain/account-fields.ts'
import { FormFault } from '../form-fault.tsx'
import { JOIN_TEXTS } from '../texts/join.ts'
import { type Deed, useDeed } from '../use-deed.ts'
import { checkNewPassword } from './judge-password.ts'
import { NewPasswordInput } from './new-password-input.tsx'

/** The three ways to accept: with a new account, by signing in, and as who is signed in. */
export type JoinDeeds = {
  join: Deed<[account: { name: string; password: string }], null>
  signInAndAccept: Deed<[password: string], null>
  accept: Deed<[], null>
}

/** Makes an account for the invited address, and joins. */
export function JoinNewForm({ deeds, onDone }: { deeds: JoinDeeds; onDone: () => void }) {
  const { run, isRunning, fault } = useDeed(deeds.join)
  const form = useForm({
    initialValues: { name: '', password: '' },
    validate: { name: checkPersonName, password: checkNewPassword },
  })
  return (
    <form noValidate onSubmit={form.onSubmit((account) => run([account], onDone))}>
      <Stack>
        <FormFault fault={fault} />
        <TextInput label={JOIN_TEXTS.name} autoComplete="name" {...form.getInputProps('name')} />
        <NewPasswordInput value={form.values.password} {...form.getInputProps('password')} />
        <Button type="submit" size="md" loading={isRunning} fullWidth>
          {JOIN_TEXTS.join}
        </Button>
      </Stack>
    </form>
  )
}
