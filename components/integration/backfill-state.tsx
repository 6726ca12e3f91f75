'use client'

import { Progress, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconClockHour4 } from '@tabler/icons-react'
import type { OrderBackfillView } from '#lib/domain/order-backfill.ts'
import { Notice } from '../notice.tsx'
import { WEBHOOK_TEXTS } from '../texts/integration-webhook.ts'
import { Countdown } from '../time/countdown.tsx'
import { Ago, Moment } from '../time/moment.tsx'
import { Worded } from '../worded.tsx'

const TEXTS = WEBHOOK_TEXTS.backfillState

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
        <Worded
          text={TEXTS.ordersFetched}
          parts={{
            count: totalCount === null ? foundCount : TEXTS.of(foundCount, totalCount),
            outcomes: sayCounts(backfill),
          }}
        />
      </Text>
      <Progress value={percent} animated aria-label={TEXTS.progressOfTheBackfill} />
      {message !== null && nextCallAt !== null && (
        <Notice tone="wait" title={message} icon={<IconClockHour4 size={18} />} role="status">
          <Worded
            text={TEXTS.itGoesOnThis}
            parts={{ countdown: <Countdown until={nextCallAt} /> }}
          />
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
      title={TEXTS.title(foundCount, sayCounts(backfill))}
      icon={<IconCircleCheck size={18} />}
      role="status"
    >
      <Period backfill={backfill} />
      {finishedAt !== null && (
        <>
          {TEXTS.finished}
          <Ago at={finishedAt} />
        </>
      )}
      .{faultyCount > 0 && TEXTS.theFirstThatCould(firstFault ?? '')} {message}
    </Notice>
  )
}

function Ended({ backfill }: { backfill: OrderBackfillView }) {
  const isFailed = backfill.state === 'failed'
  return (
    <Notice
      tone={isFailed ? 'bad' : 'quiet'}
      title={isFailed ? TEXTS.theLastBackfillFailed : TEXTS.theLastBackfillWas}
      icon={<IconAlertTriangle size={18} />}
      role={isFailed ? 'alert' : 'status'}
    >
      <Worded
        text={TEXTS.untilThenOrdersCame}
        parts={{
          message: backfill.message,
          foundCount: backfill.foundCount,
          outcomes: sayCounts(backfill),
          period: <Period backfill={backfill} />,
          advice: isFailed && TEXTS.checkThatTheSimple,
        }}
      />
    </Notice>
  )
}

function Period({ backfill: { periodFrom, periodTo } }: { backfill: OrderBackfillView }) {
  return (
    <Worded
      text={TEXTS.placedFromTo}
      parts={{
        from: <Moment at={periodFrom} style="long" />,
        to: <Moment at={periodTo} style="long" />,
      }}
    />
  )
}

function sayCounts({ counts, faultyCount }: OrderBackfillView): string {
  const { told, unchanged, skipped, held } = counts
  const parts = [
    TEXTS.told(told),
    TEXTS.unchanged(unchanged),
    TEXTS.skipped(skipped),
    ...(held > 0 ? [TEXTS.held(held)] : []),
    TEXTS.withErrors(faultyCount),
  ]
  return parts.join(', ')
}
