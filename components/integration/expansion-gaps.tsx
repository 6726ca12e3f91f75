'use client'

import { Text } from '@mantine/core'
import { IconPuzzle } from '@tabler/icons-react'
import type { ExpansionGap } from '#lib/domain/missing-expansions.ts'
import { CopyField } from '../copy-field.tsx'
import { Notice } from '../notice.tsx'
import { Ago } from '../time/moment.tsx'
import classes from './expansion-gaps.module.css'

/** Says which of UltraCart's events leave out what a message needs, and what to paste there. */
export function ExpansionGaps({ gaps }: { gaps: ExpansionGap[] }) {
  if (gaps.length === 0) return null
  return (
    <Notice
      tone="wait"
      title="UltraCart leaves out parts that ONTRAPORT needs"
      icon={<IconPuzzle size={18} stroke={1.8} />}
    >
      In UltraCart, open the webhook and replace the expansions of these events. Each event leaves
      this list with the first one that arrives complete.
      <ul className={classes.gaps}>
        {gaps.map((gap) => (
          <li key={gap.eventName}>
            <Text size="sm" mb={6}>
              <b>{gap.eventName}</b> came without {gap.missing.join(', ')} (<Ago at={gap.seenAt} />)
            </Text>
            <CopyField label={`Expansions of ${gap.eventName}`} value={gap.expansions.join(',')} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}
