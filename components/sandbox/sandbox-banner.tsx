'use client'

import { Button } from '@mantine/core'
import { IconFlask2 } from '@tabler/icons-react'
import { Link } from '../navigation.tsx'
import { Notice } from '../notice.tsx'

/** Stands on every page while the store is in the sandbox. */
export function SandboxBanner({ isPaused }: { isPaused: boolean }) {
  return (
    <Notice
      tone={isPaused ? 'bad' : 'ask'}
      icon={<IconFlask2 size={20} stroke={1.8} />}
      title={isPaused ? 'Sandbox: its 403 has paused sending' : 'Sandbox'}
      action={
        <Button component={Link} href="/integration#sandbox" size="xs" variant="default">
          {isPaused ? 'Choose another answer' : 'Open the sandbox'}
        </Button>
      }
    >
      {isPaused
        ? 'So it would be with a stale key. Everything waits, in order, until the sandbox answers otherwise.'
        : 'Messages go to a receiver inside Relay. ONTRAPORT hears nothing.'}
    </Notice>
  )
}
