'use client'

import { IconAlertTriangle, IconCircleCheck, IconCloudQuestion } from '@tabler/icons-react'
import type { ConnectionTest } from '#lib/domain/connection.ts'
import { Notice } from '../notice.tsx'
import { INTEGRATION_TEXTS } from '../texts/integration.ts'
import { isTurnedAway } from './is-turned-away.ts'

const TEXTS = INTEGRATION_TEXTS.keyTestNotice

/** What the last test of the key found. */
export function KeyTestNotice({ test }: { test: ConnectionTest | null }) {
  if (test === null) return null
  if (test.isAccepted)
    return (
      <Notice
        tone="good"
        role="status"
        title={TEXTS.title}
        icon={<IconCircleCheck size={18} stroke={1.8} />}
      >
        {test.message}
      </Notice>
    )
  if (isTurnedAway(test))
    return (
      <Notice
        tone="bad"
        role="alert"
        title={TEXTS.theKeyWasTurned}
        icon={<IconAlertTriangle size={18} stroke={1.8} />}
      >
        {test.message}
      </Notice>
    )
  return (
    <Notice
      tone="retry"
      role="status"
      title={TEXTS.theKeyCouldNot}
      icon={<IconCloudQuestion size={18} stroke={1.8} />}
    >
      {test.message}
    </Notice>
  )
}
