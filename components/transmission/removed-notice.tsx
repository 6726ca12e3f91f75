'use client'

import { IconEraser } from '@tabler/icons-react'
import type { RemovedTexts } from '#lib/domain/retention.ts'
import { Notice } from '../notice.tsx'
import { Moment } from '../time/moment.tsx'

/** Says that the texts of a transmission are gone, why, and what is left. */
export function RemovedNotice({ removed }: { removed: RemovedTexts | null }) {
  if (removed === null) return null
  const { title, words } = WORDS[removed.why]
  return (
    <Notice
      tone="quiet"
      title={
        <>
          {title} <Moment at={removed.at} style="long" />
        </>
      }
      icon={<IconEraser size={20} stroke={1.8} />}
    >
      {words}
    </Notice>
  )
}

const WORDS: Record<RemovedTexts['why'], { title: string; words: string }> = {
  retention: {
    title: 'Texts removed on',
    words:
      'The message and the answers were kept as long as your settings say. When it was sent and what came of it stays in the log; it cannot be sent again.',
  },
  erased: {
    title: 'Erased on',
    words:
      'The person in it was erased. When it was sent, the amount and the reference stay in the log; it cannot be sent again.',
  },
}
