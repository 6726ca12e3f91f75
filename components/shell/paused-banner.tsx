'use client'

import { Button, Stack } from '@mantine/core'
import { IconKeyOff } from '@tabler/icons-react'
import { HelpNote } from '../help/help-note.tsx'
import { Link } from '../navigation.tsx'
import { Notice } from '../notice.tsx'
import { countMessages } from '../texts/count-messages.ts'

type PausedBannerProps = { waitingCount: number; canEdit: boolean }

/** Stands on every page while ONTRAPORT refuses the key. */
export function PausedBanner({ waitingCount, canEdit }: PausedBannerProps) {
  return (
    <Stack gap="xs">
      <Notice
        tone="bad"
        role="status"
        icon={<IconKeyOff size={20} stroke={1.8} />}
        title="ONTRAPORT turned the key away, so sending is paused."
        action={
          canEdit ? (
            <Button component={Link} href="/integration#key" size="xs" color="red.8">
              Replace the key
            </Button>
          ) : undefined
        }
      >
        {countMessages(waitingCount)} {waitingCount === 1 ? 'waits' : 'wait'}; nothing is lost, and
        everything goes out in order once a working key is saved.
        {!canEdit && ' Ask an owner or editor of this store to replace the key.'}
      </Notice>
      <HelpNote topic="key-turned-away" />
    </Stack>
  )
}
