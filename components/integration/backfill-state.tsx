'use client'

import { Progress, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconClockHour4 } from '@tabler/icons-react'
import type { OrderBackfillView } from '#lib/domain/order-backfill.ts'
import { Notice } from '../notice.tsx'
import { Countdown } from '../time/countdown.tsx'
import { Ago, Moment } from '../time/moment.tsx'

/** Where the latest backfill stands: what was found, and what came of it. */
export function BackfillState({ backfill }: { backfill: OrderBackfillView }) {
  switch (backfill.state) {
    case 'running':
      return <Running backfill={backfill} />
    case 'done':
      return <Done backfill={backfill} />
    case 'failed':
    case 'cancelled':
      return <Ended backfill={backfill} />
  }
}

function Running({ backfill }: { backfill: OrderBackfillView }) {
  const { foundCount, totalCount, message, nextCallAt } = backfill
  const percent = totalCount === null || totalCount === 0 ? 0 : (foundCount / totalCount) * 100
  return (
    <Stack gap="xs">
      <Text size="sm" role="status">
        {totalCount === null ? foundCount : `${foundCount} of ${totalCount}`} orders fetched:{' '}
        {sayCounts(backfill)}
      </Text>
      <Progress value={percent} animated aria-label="Progress of the backfill" />
      {message !== null && nextCallAt !== null && (
        <Notice tone="wait" title={message} icon={<IconClockHour4 size={18} />} role="status">
          It goes on <Countdown until={nextCallAt} />; this page may be left meanwhile.
        </Notice>
      )}
    </Stack>
  )
}

function Done({ backfill }: { backfill: OrderBackfillView }) {
  const { foundCount, finishedAt, faultyCount, firstFault, message } = backfill
  return (
    <Notice
      tone={faultyCount === 0 && message === null ? 'good' : 'retry'}
      title={`${foundCount === 1 ? '1 order' : `${foundCount} orders`} found: ${sayCounts(backfill)}`}
      icon={<IconCircleCheck size={18} />}
      role="status"
    >
      <Period backfill={backfill} />
      {finishedAt !== null && (
        <>
          {'; finished '}
          <Ago at={finishedAt} />
        </>
      )}
      .{faultyCount > 0 && ` The first that could not be read: ${firstFault}.`} {message}
    </Notice>
  )
}

function Ended({ backfill }: { backfill: OrderBackfillView }) {
  const isFailed = backfill.state === 'failed'
  return (
    <Notice
      tone={isFailed ? 'bad' : 'quiet'}
      title={isFailed ? 'The last backfill failed' : 'The last backfill was cancelled'}
      icon={<IconAlertTriangle size={18} />}
      role={isFailed ? 'alert' : 'status'}
    >
      {backfill.message} Until then {backfill.foundCount} orders came: {sayCounts(backfill)}.{' '}
      <Period backfill={backfill} />.
      {isFailed &&
        ' Check that the simple key has the permission order_read, then start it again: nothing is told twice.'}
    </Notice>
  )
}

function Period({ backfill: { periodFrom, periodTo } }: { backfill: OrderBackfillView }) {
  return (
    <>
      Placed from <Moment at={periodFrom} style="long" /> to <Moment at={periodTo} style="long" />
    </>
  )
}

function sayCounts({ counts, faultyCount }: OrderBackfillView): string {
  const { told, unchanged, skipped, held } = counts
  const parts = [
    `${told} told`,
    `${unchanged} unchanged`,
    `${skipped} skipped`,
    ...(held > 0 ? [`${held} held`] : []),
    `${faultyCount} with errors`,
  ]
  return parts.join(', ')
}
