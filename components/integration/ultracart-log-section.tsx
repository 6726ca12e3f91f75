'use client'

import { Button, Stack, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import type { DeliveryDetail, UltraCartLog } from '#lib/domain/ultracart-delivery.ts'
import { FormFault } from '../form-fault.tsx'
import { SectionCard } from '../section-card.tsx'
import { WEBHOOK_TEXTS } from '../texts/integration-webhook.ts'
import { Moment } from '../time/moment.tsx'
import { type Deed, useDeed } from '../use-deed.ts'
import { Worded } from '../worded.tsx'
import { DeliveryTable } from './delivery-table.tsx'
import { WebhookHealthNotice } from './webhook-health-notice.tsx'

const TEXTS = WEBHOOK_TEXTS.ultracartLogSection

type UltraCartLogSectionProps = {
  loadLog: Deed<[], UltraCartLog>
  loadDelivery: Deed<[webhookOid: number, requestId: string], DeliveryDetail>
}

/** UltraCart's log of the webhook beside ours; loaded on demand, since every look costs some of its calls. */
export function UltraCartLogSection({ loadLog, loadDelivery }: UltraCartLogSectionProps) {
  const { run, isRunning, fault } = useDeed(loadLog)
  const [log, setLog] = useState<UltraCartLog | null>(null)
  return (
    <SectionCard
      id="ultracart-log"
      title={TEXTS.title}
      description={TEXTS.description}
      action={
        <Button
          variant="default"
          loading={isRunning}
          leftSection={<IconRefresh size={16} stroke={1.8} aria-hidden />}
          onClick={() => run([], setLog)}
        >
          {log === null ? TEXTS.load : TEXTS.refresh}
        </Button>
      }
    >
      <Stack>
        <FormFault fault={fault} />
        {log === null ? (
          <Text size="sm" c="dimmed">
            {TEXTS.notLoadedYet}
          </Text>
        ) : (
          <Loaded log={log} loadDelivery={loadDelivery} />
        )}
      </Stack>
    </SectionCard>
  )
}

function Loaded({
  log: { health, deliveries, since },
  loadDelivery,
}: { log: UltraCartLog } & Pick<UltraCartLogSectionProps, 'loadDelivery'>) {
  if (health === null) return <Text size="sm">{TEXTS.ultracartHasNoWebhook}</Text>
  return (
    <>
      <WebhookHealthNotice health={health} />
      {deliveries.length === 0 ? (
        <Text size="sm">
          <Worded text={TEXTS.ultracartHasNotCalled} parts={{ moment: <Moment at={since} /> }} />
        </Text>
      ) : (
        <DeliveryTable
          deliveries={deliveries}
          webhookOid={health.webhookOid}
          loadDelivery={loadDelivery}
        />
      )}
    </>
  )
}
