'use client'

import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { FormFault } from '../form-fault.tsx'
import { type Deed, useDeed } from '../use-deed.ts'
import { WelcomeCard } from './welcome-card.tsx'

type Credentials = { email: string; password: string }
type SignInFormProps = {
  signIn: Deed<[credentials: Credentials], null>
  onSignedIn: () => void
}

export function SignInForm({ signIn, onSignedIn }: SignInFormProps) {
  const { run, isRunning, fault } = useDeed(signIn)
  const form = useForm<Credentials>({
    initialValues: { email: '', password: '' },
    validate: {
      email: (email) => (email.trim() === '' ? 'Enter your email address.' : null),
      password: (password) => (password === '' ? 'Enter your password.' : null),
    },
  })
  return (
    <WelcomeCard title="Sign in" description="Welcome back.">
      <form noValidate onSubmit={form.onSubmit((values) => run([values], onSignedIn))}>
        <Stack>
          <FormFault fault={fault} />
          <TextInput
            label="Email"
            type="email"
            autoComplete="username"
            size="md"
            data-autofocus
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            size="md"
            visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="md" mt="xs" loading={isRunning} fullWidth>
            Sign in
          </Button>
        </Stack>
      </form>
    </WelcomeCard>
  )
}
