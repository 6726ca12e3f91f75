'use client'

import { Button, Stack } from '@mantine/core'
import { IconKeyOff } from '@tabler/icons-react'
import { HelpLater } from '../help/help-later.tsx'
import { Link } from '../navigation.tsx'
import { Notice } from '../notice.tsx'
import { SHELL_TEXTS, sayWaiting } from '../texts/shell.ts'
import { Moment } from '../time/moment.tsx'
import { Worded } from '../worded.tsx'

const TEXTS = SHELL_TEXTS.pausedBanner

type PausedBannerProps = { pausedAt: string; waitingCount: number; canEdit: boolean }

/** Stands on every page while ONTRAPORT refuses the key. */
export function PausedBanner({ pausedAt, waitingCount, canEdit }: PausedBannerProps) {
  return (
    <Stack gap="xs">
      <Notice
        tone="bad"
        role="status"
        icon={<IconKeyOff size={20} stroke={1.8} />}
        title={<Worded text={TEXTS.title} parts={{ since: <Moment at={pausedAt} /> }} />}
        action={
          canEdit ? (
            <Button component={Link} href="/integration#key" size="xs" color="red.8">
              {TEXTS.replaceTheKey}
            </Button>
          ) : undefined
        }
      >
        <Worded
          text={TEXTS.nothingIsLostAnd}
          parts={{
            waiting: sayWaiting(waitingCount),
            whoCan: !canEdit && TEXTS.askAnOwnerOr,
          }}
        />
      </Notice>
      <HelpLater topic="key-turned-away" />
    </Stack>
  )
}
