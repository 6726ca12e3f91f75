'use client'

import { Text } from '@mantine/core'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { Link } from '../navigation.tsx'
import { SectionCard } from '../section-card.tsx'
import { StatusBadge } from '../status-badge.tsx'
import { Moment } from '../time/moment.tsx'
import { REFERENCE_WORDS, TYPE_WORDS } from '../words.ts'
import classes from './stream-section.module.css'

/** The other transmissions that must arrive in order with this one. */
export function StreamSection({ transmission }: { transmission: TransmissionDetail }) {
  const { neighbours, type } = transmission
  if (neighbours.length === 0) return null
  return (
    <SectionCard
      title={`Also of this ${REFERENCE_WORDS[type].toLowerCase()}`}
      description="They go out one after another, so that a refund never overtakes its sale."
    >
      <ul className={classes.list}>
        {neighbours.map((neighbour) => (
          <li key={neighbour.id} className={classes.row}>
            <StatusBadge status={neighbour.status} />
            <div className={classes.words}>
              <Link href={`/log/${neighbour.id}`} className={classes.link}>
                {neighbour.description}
              </Link>
              <Text size="xs" c="dimmed">
                {TYPE_WORDS[neighbour.type]} · <Moment at={neighbour.createdAt} />
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </SectionCard>
  )
}
