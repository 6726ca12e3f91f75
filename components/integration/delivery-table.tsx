'use client'

import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import type {
  ArrivedDelivery,
  DeliveryDetail,
  UltraCartDelivery,
} from '#lib/domain/ultracart-delivery.ts'
import { Badge } from '../badge.tsx'
import { Table, TableScroller } from '../table.tsx'
import { WEBHOOK_TEXTS } from '../texts/integration-webhook.ts'
import { Moment } from '../time/moment.tsx'
import { type Deed, useDeed } from '../use-deed.ts'

const TEXTS = WEBHOOK_TEXTS.deliveryTable

type LoadDelivery = Deed<[webhookOid: number, requestId: string], DeliveryDetail>

type DeliveryTableProps = {
  deliveries: UltraCartDelivery[]
  webhookOid: number
  loadDelivery: LoadDelivery
}

/** Each call that UltraCart noted, with what arrived here at that time. */
export function DeliveryTable({ deliveries, webhookOid, loadDelivery }: DeliveryTableProps) {
  return (
    <TableScroller label={TEXTS.label}>
      <Table spacing="tight" style={{ minWidth: 620 }}>
        <thead>
          <tr>
            <th>{TEXTS.ultracartCalled}</th>
            <th>{TEXTS.whatUltracartNoted}</th>
            <th>{TEXTS.whatArrivedHere}</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <tr key={delivery.requestId}>
              <td>
                <Moment at={delivery.deliveredAt} />
              </td>
              <td>
                <Badge tone={delivery.isSuccess ? 'good' : 'bad'}>
                  {delivery.isSuccess ? TEXTS.success : TEXTS.failure}
                </Badge>{' '}
                <Noted
                  delivery={delivery}
                  load={() => loadDelivery(webhookOid, delivery.requestId)}
                />
              </td>
              <td>
                <Arrived arrived={delivery.arrived} isSuccess={delivery.isSuccess} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroller>
  )
}

function Noted({
  delivery,
  load,
}: {
  delivery: UltraCartDelivery
  load: Deed<[], DeliveryDetail>
}) {
  const { run, isRunning, fault } = useDeed(load)
  const [detail, setDetail] = useState(delivery.detail)
  if (detail === null)
    return (
      <>
        <Button
          variant="subtle"
          size="compact-sm"
          loading={isRunning}
          onClick={() => run([], setDetail)}
        >
          {TEXTS.details}
        </Button>
        {fault !== null && (
          <Text size="sm" c="var(--tone-bad-ink)" role="alert">
            {fault}
          </Text>
        )}
      </>
    )
  return (
    <>
      {wordsOf(detail)}
      {detail.response !== '' && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {detail.response}
        </Text>
      )}
    </>
  )
}

function wordsOf({ statusCode, durationMs, queueDelayMs }: DeliveryDetail): string {
  const parts = [
    statusCode === null ? TEXTS.noStatus : TEXTS.http(statusCode),
    durationMs === null ? '' : TEXTS.ms(durationMs),
    queueDelayMs === null ? '' : TEXTS.afterMsInThe(queueDelayMs),
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function Arrived({ arrived, isSuccess }: { arrived: ArrivedDelivery | null; isSuccess: boolean }) {
  if (arrived === null)
    return (
      <Text size="sm" c="dimmed">
        {isSuccess ? TEXTS.nothingWasFoundAt : TEXTS.nothingWasKeptIt}
      </Text>
    )
  const { receivedAt, error, acceptedCount, unchangedCount, ignoredCount } = arrived
  return (
    <Text size="sm" component="div">
      <Moment at={receivedAt} />
      {': '}
      {error === null
        ? TEXTS.newUnchangedIgnored(acceptedCount, unchangedCount, ignoredCount)
        : TEXTS.refused(error)}
    </Text>
  )
}
