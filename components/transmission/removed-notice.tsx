'use client'

import { IconEraser } from '@tabler/icons-react'
import type { RemovedTexts } from '#lib/domain/retention.ts'
import { Notice } from '../notice.tsx'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import { Moment } from '../time/moment.tsx'

const TEXTS = TRANSMISSION_TEXTS.removedNotice

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
    title: TEXTS.textsRemovedOn,
    words: TEXTS.theMessageAndThe,
  },
  erased: {
    title: TEXTS.erasedOn,
    words: TEXTS.thePersonInIt,
  },
}
