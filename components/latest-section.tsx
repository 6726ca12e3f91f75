'use client'

import { Button } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import type { TransmissionRow } from '#lib/domain/transmission.ts'
import { EmptyNote } from './empty-note.tsx'
import { LiveRefresh } from './live-refresh.tsx'
import { Link } from './navigation.tsx'
import { SectionCard } from './section-card.tsx'
import { TransmissionTable } from './transmission-table/transmission-table.tsx'

const REFRESH_EVERY_MS = 5_000

/** The newest rows of the log, kept fresh while they are in sight. */
export function LatestSection({ transmissions }: { transmissions: TransmissionRow[] }) {
  return (
    <SectionCard
      title="Latest transmissions"
      description="Updates by itself."
      action={
        <Button component={Link} href="/log" variant="default" size="xs">
          Open the log
        </Button>
      }
      isFlush
    >
      <LiveRefresh everyMs={REFRESH_EVERY_MS} />
      {transmissions.length === 0 ? (
        <EmptyNote icon={<IconInbox size={26} stroke={1.6} />} title="Nothing yet">
          The first order that UltraCart reports shows here within seconds.
        </EmptyNote>
      ) : (
        <TransmissionTable
          caption="Latest transmissions, newest first"
          transmissions={transmissions}
          isCompact
        />
      )}
    </SectionCard>
  )
}
