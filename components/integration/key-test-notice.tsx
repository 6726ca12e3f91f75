'use client'

import { IconAlertTriangle, IconCircleCheck, IconCloudQuestion } from '@tabler/icons-react'
import type { ConnectionTest } from '#lib/domain/connection.ts'
import { Notice } from '../notice.tsx'
import { isTurnedAway } from './is-turned-away.ts'

/** What the last test of the key found. */
export function KeyTestNotice({ test }: { test: ConnectionTest | null }) {
  if (test === null) return null
  if (test.isAccepted)
    return (
      <Notice
        tone="good"
        role="status"
        title="The key works"
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
        title="The key was turned away"
        icon={<IconAlertTriangle size={18} stroke={1.8} />}
      >
        {test.message}
      </Notice>
    )
  return (
    <Notice
      tone="retry"
      role="status"
      title="The key could not be proven"
      icon={<IconCloudQuestion size={18} stroke={1.8} />}
    >
      {test.message}
    </Notice>
  )
}
