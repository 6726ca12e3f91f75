'use client'

import { Text } from '@mantine/core'
import type { ConnectionView } from '#lib/domain/connection.ts'
import type { OrderBackfillView } from '#lib/domain/order-backfill.ts'
import { SimpleKeyForm } from '../products/simple-key-form.tsx'
import { SectionCard } from '../section-card.tsx'
import { WEBHOOK_TEXTS } from '../texts/integration-webhook.ts'
import { BackfillSection } from './backfill-section.tsx'
import type { UltraCartDeeds } from './ultracart-deeds.ts'
import { UltraCartLogSection } from './ultracart-log-section.tsx'
import { WebhookSetUpPanel } from './webhook-set-up-panel.tsx'

const TEXTS = WEBHOOK_TEXTS.ultracartSection

type UltraCartSectionProps = {
  connection: ConnectionView
  backfill: OrderBackfillView | null
  canEdit: boolean
  deeds: UltraCartDeeds
}

/** What Relay can do at UltraCart by itself, once it has the simple key. */
export function UltraCartSection({ connection, backfill, canEdit, deeds }: UltraCartSectionProps) {
  const hasKey = connection.simpleKeyHint !== null
  return (
    <>
      <SectionCard id="ultracart-api" title={TEXTS.title} description={TEXTS.description}>
        <SetUp hasKey={hasKey} canEdit={canEdit} deeds={deeds} />
      </SectionCard>
      {hasKey && canEdit && (
        <UltraCartLogSection
          loadLog={deeds.loadUltraCartLog}
          loadDelivery={deeds.loadUltraCartDelivery}
        />
      )}
      {(hasKey || backfill !== null) && (
        <BackfillSection
          backfill={backfill}
          startDate={connection.rules.startDate}
          method={connection.method}
          canEdit={canEdit && hasKey}
          startBackfill={deeds.startBackfill}
          cancelBackfill={deeds.cancelBackfill}
        />
      )}
    </>
  )
}

type SetUpProps = { hasKey: boolean; canEdit: boolean; deeds: UltraCartDeeds }

function SetUp({ hasKey, canEdit, deeds }: SetUpProps) {
  if (!canEdit) return <Text size="sm">{TEXTS.ownersAndEditorsOf}</Text>
  if (!hasKey) return <SimpleKeyForm saveKey={deeds.saveSimpleKey} />
  return <WebhookSetUpPanel trySetUp={deeds.tryWebhookSetUp} setUp={deeds.setUpWebhook} />
}
