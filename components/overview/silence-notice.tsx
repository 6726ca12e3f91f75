'use client'

import { Button } from '@mantine/core'
import { IconBellOff } from '@tabler/icons-react'
import { describeSilence, type StoreSilence } from '#lib/domain/silence.ts'
import { Link } from '../navigation.tsx'
import { Notice } from '../notice.tsx'

/** Nothing has come for longer than ever: says so, and where to look. */
export function SilenceNotice({ silence }: { silence: StoreSilence | null }) {
  if (silence === null) return null
  return (
    <Notice
      tone="retry"
      role="status"
      title={`${describeSilence(silence)}.`}
      icon={<IconBellOff size={18} stroke={1.8} />}
      action={
        <Button component={Link} href="/integration#ultracart" variant="default" size="xs">
          Check the webhook
        </Button>
      }
    >
      Maybe nobody bought anything. If the shop has orders, look in UltraCart whether the webhook is
      disabled or its password has changed; missed orders can be fetched under Integration, “Past
      orders”.
    </Notice>
  )
}
