'use client'

import { Button } from '@mantine/core'
import type { TransmissionRow } from '#lib/domain/transmission.ts'
import { logPath } from '../log/log-search-params.ts'
import { Link } from '../navigation.tsx'
import { SectionCard } from '../section-card.tsx'
import { TransmissionTable } from '../transmission-table/transmission-table.tsx'

const SHOWN = 5

export function AttentionSection({ transmissions }: { transmissions: TransmissionRow[] }) {
  return (
    <SectionCard
      title="Needs attention"
      description="Open one to see what ONTRAPORT said, put it right, and send it again."
      action={
        <Button
          component={Link}
          href={logPath({ status: ['failed', 'unconfirmed'] })}
          variant="default"
          size="xs"
        >
          All of them
        </Button>
      }
      isFlush
    >
      <TransmissionTable
        caption="Failed and unconfirmed transmissions, newest first"
        transmissions={transmissions.slice(0, SHOWN)}
        isCompact
      />
    </SectionCard>
  )
}
