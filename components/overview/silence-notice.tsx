'use client'

import { Button } from '@mantine/core'
import { IconBellOff } from '@tabler/icons-react'
import { describeSilence, type StoreSilence } from '#lib/domain/silence.ts'
import { Link } from '../navigation.tsx'
import { Notice } from '../notice.tsx'
import { OVERVIEW_TEXTS } from '../texts/overview.ts'

const TEXTS = OVERVIEW_TEXTS.silenceNotice

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
          {TEXTS.checkTheWebhook}
        </Button>
      }
    >
      {TEXTS.maybeNobodyBoughtAnything}
    </Notice>
  )
}
