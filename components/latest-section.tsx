'use client'

import { Button } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import type { TransmissionRow } from '#lib/domain/transmission.ts'
import { EmptyNote } from './empty-note.tsx'
import { LiveRefresh } from './live-refresh.tsx'
import { Link } from './navigation.tsx'
import { SectionCard } from './section-card.tsx'
import { SHARED_TEXTS } from './texts/shared.ts'
import { TransmissionTable } from './transmission-table/transmission-table.tsx'

const TEXTS = SHARED_TEXTS.latestSection

const REFRESH_EVERY_MS = 5_000

/** The newest rows of the log, kept fresh while they are in sight. */
export function LatestSection({ transmissions }: { transmissions: TransmissionRow[] }) {
  return (
    <SectionCard
      title={TEXTS.title}
      description={TEXTS.description}
      action={
        <Button component={Link} href="/log" variant="default" size="xs">
          {TEXTS.openTheLog}
        </Button>
      }
      isFlush
    >
      <LiveRefresh everyMs={REFRESH_EVERY_MS} />
      {transmissions.length === 0 ? (
        <EmptyNote icon={<IconInbox size={26} stroke={1.6} />} title={TEXTS.nothingYet}>
          {TEXTS.theFirstOrderThat}
        </EmptyNote>
      ) : (
        <TransmissionTable
          caption={TEXTS.latestTransmissionsNewestFirst}
          transmissions={transmissions}
          isCompact
        />
      )}
    </SectionCard>
  )
}
