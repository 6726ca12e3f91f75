'use client'

import { Text } from '@mantine/core'
import { IconPuzzle } from '@tabler/icons-react'
import type { ExpansionGap } from '#lib/domain/missing-expansions.ts'
import { CopyField } from '../copy-field.tsx'
import { Notice } from '../notice.tsx'
import { WEBHOOK_TEXTS } from '../texts/integration-webhook.ts'
import { Ago } from '../time/moment.tsx'
import { Worded } from '../worded.tsx'
import classes from './expansion-gaps.module.css'

const TEXTS = WEBHOOK_TEXTS.expansionGaps

/** Says which of UltraCart's events leave out what a message needs, and what to paste there. */
export function ExpansionGaps({ gaps }: { gaps: ExpansionGap[] }) {
  if (gaps.length === 0) return null
  return (
    <Notice tone="wait" title={TEXTS.title} icon={<IconPuzzle size={18} stroke={1.8} />}>
      <Worded
        text={TEXTS.openTheWebhook}
        parts={{
          events: (
            <ul className={classes.gaps}>
              {gaps.map((gap) => (
                <li key={gap.eventName}>
                  <Text size="sm" mb={6}>
                    <Worded
                      text={TEXTS.cameWithout}
                      parts={{
                        event: <b>{gap.eventName}</b>,
                        missing: gap.missing.join(', '),
                        ago: <Ago at={gap.seenAt} />,
                      }}
                    />
                  </Text>
                  <CopyField
                    label={TEXTS.expansionsOf(gap.eventName)}
                    value={gap.expansions.join(',')}
                  />
                </li>
              ))}
            </ul>
          ),
        }}
      />
    </Notice>
  )
}
