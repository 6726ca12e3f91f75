'use client'

import { Button, Stack, Text } from '@mantine/core'
import type { ConnectionMethod } from '#lib/domain/connection.ts'
import type { BackfillRequest, OrderBackfillView } from '#lib/domain/order-backfill.ts'
import { FormFault } from '../form-fault.tsx'
import { LiveRefresh } from '../live-refresh.tsx'
import { SectionCard } from '../section-card.tsx'
import { WEBHOOK_TEXTS } from '../texts/integration-webhook.ts'
import { type Deed, useDeed } from '../use-deed.ts'
import { BackfillForm } from './backfill-form.tsx'
import { BackfillState } from './backfill-state.tsx'

const TEXTS = WEBHOOK_TEXTS.backfillSection

const REFRESH_EVERY_MS = 3_000

type BackfillSectionProps = {
  backfill: OrderBackfillView | null
  startDate: string | null
  method: ConnectionMethod
  canEdit: boolean
  startBackfill: Deed<[BackfillRequest], null>
  cancelBackfill: Deed<[], null>
}

/** Fetches the orders of a past period from UltraCart and tells what was not told yet. */
export function BackfillSection(props: BackfillSectionProps) {
  const { backfill, startDate, method, canEdit } = props
  const isRunning = backfill?.state === 'running'
  return (
    <SectionCard id="backfill" title={TEXTS.title} description={TEXTS.description}>
      {isRunning && <LiveRefresh everyMs={REFRESH_EVERY_MS} />}
      <Stack>
        {backfill !== null && <BackfillState backfill={backfill} />}
        {canEdit && isRunning && <CancelButton cancelBackfill={props.cancelBackfill} />}
        {canEdit && !isRunning && method === 'api' && (
          <BackfillForm startDate={startDate} startBackfill={props.startBackfill} />
        )}
        {method === 'pixel' && <Text size="sm">{TEXTS.underThePartnerTracking}</Text>}
      </Stack>
    </SectionCard>
  )
}

function CancelButton({ cancelBackfill }: Pick<BackfillSectionProps, 'cancelBackfill'>) {
  const { run, isRunning, fault } = useDeed(cancelBackfill)
  return (
    <>
      <FormFault fault={fault} />
      <div>
        <Button variant="default" loading={isRunning} onClick={() => run([], () => undefined)}>
          {TEXTS.cancelTheBackfill}
        </Button>
      </div>
    </>
  )
}
