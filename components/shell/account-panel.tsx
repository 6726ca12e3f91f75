'use client'

import { Button, Stack, Text } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import type { Role } from '#lib/domain/access.ts'
import { ROLE_MEANINGS, ROLE_WORDS } from '../texts/role-words.ts'
import { SHELL_TEXTS } from '../texts/shell.ts'

type AccountPanelProps = { email: string; role: Role; signOut: () => void }

/** Who is signed in, as what, and the way out. */
export function AccountPanel({ email, role, signOut }: AccountPanelProps) {
  return (
    <Stack gap={10}>
      <div>
        <Text size="sm" fw={560} truncate title={email}>
          {email}
        </Text>
        <Text size="xs" c="dimmed" title={ROLE_MEANINGS[role]}>
          {ROLE_WORDS[role]}
        </Text>
      </div>
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
