'use client'

import { Stack } from '@mantine/core'
import type { ConnectionView } from '#lib/domain/connection.ts'
import type { WarningCounts } from '#lib/domain/product-warnings.ts'
import type { ReasonGroup } from '#lib/domain/reason-group.ts'
import type { RelayHealth } from '#lib/domain/relay-health.ts'
import type { Storage } from '#lib/domain/storage.ts'
import type { TransmissionRow } from '#lib/domain/transmission.ts'
import { HelpSection } from '../help/help-section.tsx'
import { LatestSection } from '../latest-section.tsx'
import { PageHeader } from '../page-header.tsx'
import { ReasonSection } from '../reasons/reason-section.tsx'
import type { FillSampleStore } from '../sandbox/sample-store-button.tsx'
import { SampleStoreCard } from '../sandbox/sample-store-card.tsx'
import { OVERVIEW_TEXTS } from '../texts/overview.ts'
import { HealthCard } from './health-card.tsx'
import { SetUpChecklist } from './set-up-checklist.tsx'
import { SilenceNotice } from './silence-notice.tsx'
import { StatTiles } from './stat-tiles.tsx'
import { StorageNotice } from './storage-notice.tsx'

const TEXTS = OVERVIEW_TEXTS.overviewScreen

export type Overview = {
  connection: ConnectionView
  health: RelayHealth
  reasons: ReasonGroup[]
  latest: TransmissionRow[]
  /** The last one that ONTRAPORT accepted. */
  lastSent: TransmissionRow | null
  names: WarningCounts
  storage: Storage
}

type OverviewScreenProps = {
  overview: Overview
  canEdit: boolean
  fillSampleStore: FillSampleStore
}

/** Answers three questions: does it work, since when, and what needs me? */
export function OverviewScreen({ overview, canEdit, fillSampleStore }: OverviewScreenProps) {
  const { connection, health, reasons, latest, lastSent, names } = overview
  return (
    <>
      <PageHeader title={TEXTS.title} description={TEXTS.description(connection.merchantName)} />
      <Stack gap="lg">
        <StorageNotice storage={overview.storage} />
        <HealthCard connection={connection} health={health} reasons={reasons} lastSent={lastSent} />
        <SilenceNotice silence={health.storeSilence} />
        {connection.isSandbox && canEdit && <SampleStoreCard fillSampleStore={fillSampleStore} />}
        {lastSent === null && (
          <SetUpChecklist connection={connection} names={names} hasRows={latest.length > 0} />
        )}
        <ReasonSection groups={reasons} canEdit={canEdit} most={6} />
        <StatTiles connection={connection} health={health} lastSent={lastSent} />
        <LatestSection transmissions={latest} />
        <HelpSection />
      </Stack>
    </>
  )
}
