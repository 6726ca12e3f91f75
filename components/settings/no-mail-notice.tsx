'use client'

import { IconMailOff } from '@tabler/icons-react'
import { Notice } from '../notice.tsx'
import { ALERTS_TEXTS } from '../texts/alerts.ts'

/** Says what the operator has to set before mails go out. */
export function NoMailNotice() {
  const { title, text } = ALERTS_TEXTS.noMail
  return (
    <Notice tone="wait" title={title} icon={<IconMailOff size={20} stroke={1.8} />}>
      {text}
    </Notice>
  )
}
