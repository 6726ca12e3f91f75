'use client'

import { NativeSelect, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { ROLES } from '#lib/domain/access.ts'
import { checkEmail } from '#lib/domain/account-fields.ts'
import type { MadeInvitation } from '#lib/domain/member.ts'
import { FormButtons } from '../form-buttons.tsx'
import { FormFault } from '../form-fault.tsx'
import { INVITATION_TEXTS } from '../texts/members.ts'
import { ROLE_MEANINGS, ROLE_WORDS } from '../texts/role-words.ts'
import { useDeed } from '../use-deed.ts'
import type { InvitationDeeds } from './member-deeds.ts'

type InviteFormProps = Pick<InvitationDeeds, 'invite'> & {
  onMade: (made: MadeInvitation) => void
  onCancel: () => void
}

/** Whom to invite, and as what; the least role is chosen first. */
export function InviteForm({ invite, onMade, onCancel }: InviteFormProps) {
  const { run, isRunning, fault } = useDeed(invite)
  const form = useForm<{ email: string; role: (typeof ROLES)[number] }>({
    initialValues: { email: '', role: 'viewer' },
    validate: { email: (email) => checkEmail(email.trim()) },
  })
  const texts = INVITATION_TEXTS.invite
  return (
    <form noValidate onSubmit={form.onSubmit((wish) => run([wish], onMade))}>
      <Stack>
        <FormFault fault={fault} />
        <TextInput
          label={texts.email}
          type="email"
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('email')}
        />
        <NativeSelect
          label={texts.role}
          description={ROLE_MEANINGS[form.values.role]}
          data={ROLES.toReversed().map((value) => ({ value, label: ROLE_WORDS[value] }))}
          {...form.getInputProps('role')}
        />
        <FormButtons submit={texts.submit} isRunning={isRunning} onCancel={onCancel} />
      </Stack>
    </form>
  )
}
