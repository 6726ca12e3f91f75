'use client'

import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { FormFault } from '../form-fault.tsx'
import { notifyDone } from '../notify.tsx'
import { SectionCard } from '../section-card.tsx'
import { PROFILE_TEXTS } from '../texts/profile.ts'
import { useDeed } from '../use-deed.ts'
import { checkNewPassword } from '../welcome/judge-password.ts'
import { NewPasswordInput } from '../welcome/new-password-input.tsx'
import type { ProfileDeeds } from './profile-deeds.ts'

const TEXTS = PROFILE_TEXTS.password

/** Changes the password, which ends the sessions elsewhere. */
export function PasswordSection({ changePassword }: Pick<ProfileDeeds, 'changePassword'>) {
  const { run, isRunning, fault } = useDeed(changePassword)
  const form = useForm({
    initialValues: { current: '', next: '' },
    validate: {
      current: (current) => (current === '' ? TEXTS.currentNeeded : null),
      next: checkNewPassword,
    },
  })
  const submit = form.onSubmit((change) =>
    run([change], () => {
      form.reset()
      notifyDone(TEXTS.changed, TEXTS.changedText)
    }),
  )
  return (
    <SectionCard title={TEXTS.title} description={TEXTS.description}>
      <form noValidate onSubmit={submit}>
        <Stack maw={420}>
          <FormFault fault={fault} />
          <PasswordInput
            label={TEXTS.current}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': TEXTS.toggle }}
            {...form.getInputProps('current')}
          />
          <NewPasswordInput
            label={TEXTS.next}
            value={form.values.next}
            {...form.getInputProps('next')}
          />
          <Group>
            <Button type="submit" loading={isRunning}>
              {TEXTS.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </SectionCard>
  )
}
