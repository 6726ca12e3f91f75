'use client'

import { Text } from '@mantine/core'
import type { TransmissionDetail, TransmissionRow } from '#lib/domain/transmission.ts'
import { logPath } from '../log/log-search-params.ts'
import { Link } from '../navigation.tsx'
import { SectionCard } from '../section-card.tsx'
import { StatusBadge } from '../status-badge.tsx'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'
import { REFERENCE_WORDS, TYPE_WORDS } from '../texts/words.ts'
import { Moment } from '../time/moment.tsx'
import { relatedReferences } from './related-references.ts'
import classes from './stream-section.module.css'

const TEXTS = TRANSMISSION_TEXTS.streamSection

/** The other transmissions that must arrive in order with this one, and what else it is about. */
export function StreamSection({ transmission }: { transmission: TransmissionDetail }) {
  const { neighbours, type, snapshot, reference } = transmission
  const related = relatedReferences(snapshot, reference)
  if (neighbours.length === 0 && related.length === 0) return null
  return (
    <SectionCard
      title={TEXTS.title(REFERENCE_WORDS[type].toLowerCase())}
      description={neighbours.length > 0 && TEXTS.description}
    >
      <ul className={classes.list}>
        {neighbours.map((neighbour) => (
          <Neighbour key={neighbour.id} neighbour={neighbour} />
        ))}
        {related.map((one) => (
          <li key={one.reference} className={classes.words}>
            <Link href={logPath({ reference: one.reference })} className={classes.link}>
              {one.label} {one.reference}
            </Link>
          </li>
        ))}
      </ul>
    </SectionCard>
  )
}

function Neighbour({ neighbour }: { neighbour: TransmissionRow }) {
  return (
    <li className={classes.row}>
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
  )
}
