'use client'

import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconCircleX, IconClockHour4 } from '@tabler/icons-react'
import type { BulkResendView, BulkSteering } from '#lib/domain/bulk-resend.ts'
import { FormFault } from '../form-fault.tsx'
import { LiveRefresh } from '../live-refresh.tsx'
import { Notice } from '../notice.tsx'
import { SectionCard } from '../section-card.tsx'
import { BULK_RESEND_TEXTS } from '../texts/bulk-resend.ts'
import { countWords, sayLeftOut } from '../texts/bulk-resend-words.ts'
import { STATUS_WORDS } from '../texts/words.ts'
import { Moment } from '../time/moment.tsx'
import { useDeed } from '../use-deed.ts'
import { Worded } from '../worded.tsx'
import type { SteerBulkResend } from './bulk-deeds.ts'

const TEXTS = BULK_RESEND_TEXTS.bulkRun

type BulkRunProps = { run: BulkResendView; canEdit: boolean; steer: SteerBulkResend }

const REFRESH_EVERY_MS = 1_500
/** What was queued may wait for long where ONTRAPORT does not answer, and all is counted anew each time. */
const AFTERWARDS_EVERY_MS = 5_000

/** The latest run: how far it is, how to hold it, and what came of it. */
export function BulkRun({ run, canEdit, steer }: BulkRunProps) {
  const isOver = run.state === 'done' || run.state === 'cancelled'
  return (
    <SectionCard
      title={isOver ? TEXTS.title : TEXTS.sendingAgain}
      description={
        <Worded
          text={TEXTS.begunBy}
          parts={{
            moment: <Moment at={run.startedAt} style="long" />,
            startedBy: run.startedBy,
            mode: run.mode === 'original' ? TEXTS.exactlyAsSentBefore : TEXTS.withTheProductNames,
          }}
        />
      }
    >
      {isMoving(run) && <LiveRefresh everyMs={isOver ? AFTERWARDS_EVERY_MS : REFRESH_EVERY_MS} />}
      {isOver ? <Summary run={run} /> : <UnderWay run={run} canEdit={canEdit} steer={steer} />}
    </SectionCard>
  )
}

/** Whether what it did still changes: it goes on, or what it queued is on its way. */
export function isMoving({ state, standings }: BulkResendView): boolean {
  const isOnItsWay = standings.some(({ status }) => status === 'queued' || status === 'sending')
  return state === 'running' || (state !== 'paused' && isOnItsWay)
}

function UnderWay({ run, canEdit, steer }: BulkRunProps) {
  const { state, totalCount, message } = run
  const leftOutCount = run.leftOut.reduce((sum, { count }) => sum + count, 0)
  const doneCount = Math.min(run.queuedCount + leftOutCount, totalCount)
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">
        <Worded
          text={TEXTS.putIntoTheQueue}
          parts={{
            paused: state === 'paused' && TEXTS.paused,
            queuedCount: countWords(run.queuedCount),
            totalCount: countWords(totalCount),
            standings: run.standings.length > 0 && `: ${sayStandings(run)}`,
          }}
        />
      </Text>
      <Progress
        value={totalCount === 0 ? 0 : (doneCount / totalCount) * 100}
        animated={state === 'running' && message === null}
        aria-label={TEXTS.progressOfTheRun}
      />
      {message !== null && (
        <Notice tone="wait" title={message} icon={<IconClockHour4 size={18} />} role="status" />
      )}
      <LeftOutLine run={run} />
      {canEdit && <Steering state={state} steer={steer} />}
    </Stack>
  )
}

function Steering({ state, steer }: Pick<BulkResendView, 'state'> & { steer: SteerBulkResend }) {
  const { run, isRunning, fault } = useDeed(steer)
  const press = (steering: BulkSteering) => () => run([steering], () => undefined)
  const turn = state === 'paused' ? 'resume' : 'pause'
  return (
    <>
      <FormFault fault={fault} />
      <Group gap="xs">
        <Button loading={isRunning} onClick={press(turn)}>
          {turn === 'resume' ? TEXTS.goOn : TEXTS.pause}
        </Button>
        <Button variant="default" loading={isRunning} onClick={press('cancel')}>
          {TEXTS.cancelTheRun}
        </Button>
      </Group>
    </>
  )
}

function Summary({ run }: { run: BulkResendView }) {
  const { state, queuedCount, totalCount, finishedAt } = run
  const isDone = state === 'done'
  const areAllSent = run.standings.every(({ status }) => status === 'sent')
  const sentWords = isMoving(run) ? TEXTS.areOnTheirWay : TEXTS.sentAgain
  return (
    <Stack gap="sm">
      <Notice
        tone={isDone ? (areAllSent ? 'good' : 'retry') : 'quiet'}
        role="status"
        icon={isDone ? <IconCircleCheck size={18} /> : <IconCircleX size={18} />}
        title={
          isDone
            ? `${countWords(queuedCount)} ${sentWords}`
            : TEXTS.cancelledAfterOf(countWords(queuedCount), countWords(totalCount))
        }
      >
        {run.standings.length > 0 && TEXTS.theyStandNow(sayStandings(run))}
        {finishedAt !== null && (
          <Worded
            text={TEXTS.finished}
            parts={{ moment: <Moment at={finishedAt} style="long" /> }}
          />
        )}
      </Notice>
      <LeftOutLine run={run} />
    </Stack>
  )
}

function LeftOutLine({ run: { leftOut } }: { run: BulkResendView }) {
  if (leftOut.length === 0) return null
  return (
    <Text size="sm" c="dimmed">
      {TEXTS.leftOut(leftOut.map(sayLeftOut).join('; '))}
    </Text>
  )
}

function sayStandings({ standings }: BulkResendView): string {
  return standings
    .map(({ status, count }) => `${countWords(count)} ${STATUS_WORDS[status].label.toLowerCase()}`)
    .join(', ')
}
