'use client'

import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { FormFault } from '../form-fault.tsx'
import { WELCOME_TEXTS } from '../texts/welcome.ts'
import { type Deed, useDeed } from '../use-deed.ts'
import { WelcomeCard } from './welcome-card.tsx'

const TEXTS = WELCOME_TEXTS.signInForm

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
      email: (email) => (email.trim() === '' ? TEXTS.enterYourEmailAddress : null),
      password: (password) => (password === '' ? TEXTS.enterYourPassword : null),
    },
  })
  return (
    <WelcomeCard title={TEXTS.title} description={TEXTS.description}>
      <form noValidate onSubmit={form.onSubmit((values) => run([values], onSignedIn))}>
        <Stack>
          <FormFault fault={fault} />
          <TextInput
            label={TEXTS.email}
            type="email"
            autoComplete="username"
            size="md"
            data-autofocus
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={TEXTS.password}
            autoComplete="current-password"
            size="md"
            visibilityToggleButtonProps={{ 'aria-label': TEXTS.showOrHideThe }}
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="md" mt="xs" loading={isRunning} fullWidth>
            {TEXTS.title}
          </Button>
        </Stack>
      </form>
    </WelcomeCard>
  )
}
