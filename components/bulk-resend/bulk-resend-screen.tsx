'use client'

import { Stack } from '@mantine/core'
import type { BulkResendPreview, BulkResendView } from '#lib/domain/bulk-resend.ts'
import { BackLink } from '../back-link.tsx'
import { PageHeader } from '../page-header.tsx'
import { BULK_RESEND_TEXTS } from '../texts/bulk-resend.ts'
import type { StartBulkResend, SteerBulkResend } from './bulk-deeds.ts'
import { BulkRun, isMoving } from './bulk-run.tsx'
import { ResendChoice } from './resend-choice.tsx'

const TEXTS = BULK_RESEND_TEXTS.bulkResendScreen

type BulkResendScreenProps = {
  /** `null` while a run is not over, and for viewers. */
  preview: BulkResendPreview | null
  run: BulkResendView | null
  query: string
  canEdit: boolean
  start: StartBulkResend
  steer: SteerBulkResend
}

export function BulkResendScreen(props: BulkResendScreenProps) {
  const { preview, run, query, canEdit, start, steer } = props
  const latest = run !== null && <BulkRun run={run} canEdit={canEdit} steer={steer} />
  const isRunFirst = preview === null || (run !== null && isMoving(run))
  return (
    <>
      <BackLink href={`/log${query}`}>{TEXTS.log}</BackLink>
      <PageHeader title={TEXTS.title} description={TEXTS.description} />
      <Stack gap="lg">
        {isRunFirst && latest}
        {preview !== null && <ResendChoice preview={preview} query={query} start={start} />}
        {!isRunFirst && latest}
      </Stack>
    </>
  )
}
