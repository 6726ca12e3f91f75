'use client'

import { Button, Stack, Text } from '@mantine/core'
import { IconLogout, IconUserCircle } from '@tabler/icons-react'
import type { Role } from '#lib/domain/access.ts'
import { Link } from '../navigation.tsx'
import { PROFILE_TEXTS } from '../texts/profile.ts'
import { ROLE_MEANINGS, ROLE_WORDS } from '../texts/role-words.ts'
import { SHELL_TEXTS } from '../texts/shell.ts'
import type { Person } from './types.ts'

type AccountPanelProps = {
  person: Person
  role: Role
  /** Called when something else is to be shown. */
  onChoose: () => void
  signOut: () => void
}

/** Who is signed in, as what, and the way out. */
export function AccountPanel({ person, role, onChoose, signOut }: AccountPanelProps) {
  const { email, name } = person
  return (
    <Stack gap={10}>
      <div>
        <Text size="sm" fw={560} truncate title={email}>
          {name === '' ? email : name}
        </Text>
        <Text size="xs" c="dimmed" title={ROLE_MEANINGS[role]}>
          {ROLE_WORDS[role]}
        </Text>
      </div>
      <Button
        component={Link}
        href="/profile"
        variant="default"
        size="xs"
        justify="flex-start"
        leftSection={<IconUserCircle size={15} stroke={1.8} aria-hidden />}
        onClick={onChoose}
      >
        {PROFILE_TEXTS.link}
      </Button>
      <Button
        variant="default"
        size="xs"
        justify="flex-start"
        leftSection={<IconLogout size={15} stroke={1.8} aria-hidden />}
        onClick={signOut}
      >
        {SHELL_TEXTS.accountPanel.signOut}
      </Button>
    </Stack>
  )
}
