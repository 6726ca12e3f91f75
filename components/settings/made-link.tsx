'use client'

import { Button, Group, Stack, Text } from '@mantine/core'
import { CopyField } from '../copy-field.tsx'
import { INVITATION_TEXTS } from '../texts/members.ts'

/** The link of an invitation, which is shown this once. */
export function MadeLink({ link, onClose }: { link: string; onClose: () => void }) {
  const { explain, field, close } = INVITATION_TEXTS.made
  return (
    <Stack>
      <Text size="sm">{explain}</Text>
      <CopyField label={field} value={link} />
      <Group>
        <Button onClick={onClose}>{close}</Button>
      </Group>
    </Stack>
  )
}
