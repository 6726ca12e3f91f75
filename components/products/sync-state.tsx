'use client'

import { Progress, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconClockHour4 } from '@tabler/icons-react'
import type { ItemSyncPanel, ItemSyncView } from '#lib/domain/item-sync.ts'
import { Notice } from '../notice.tsx'
import { PRODUCTS_TEXTS } from '../texts/products.ts'
import { Countdown } from '../time/countdown.tsx'
import { Ago } from '../time/moment.tsx'
import { Worded } from '../worded.tsx'

const TEXTS = PRODUCTS_TEXTS.syncState

/** Where the latest sync stands, and what to do when it did not end well. */
export function SyncState({ panel: { sync } }: { panel: ItemSyncPanel }) {
  if (sync === null) return <Text size="sm">{TEXTS.noSyncYet}</Text>
  switch (sync.state) {
    case 'running':
      return <Running sync={sync} />
    case 'done':
      return <Done sync={sync} />
    case 'failed':
    case 'cancelled':
      return <Ended sync={sync} />
  }
}

function Running({ sync }: { sync: ItemSyncView }) {
  const { seenCount, totalCount, message, nextCallAt } = sync
  const percent = totalCount === null || totalCount === 0 ? 0 : (seenCount / totalCount) * 100
  return (
    <Stack gap="xs">
      <Text size="sm" role="status">
        {totalCount === null
          ? TEXTS.itemsFetched(seenCount)
          : TEXTS.ofItemsFetched(seenCount, totalCount)}
      </Text>
      <Progress value={percent} animated aria-label={TEXTS.progressOfTheSync} />
      {message !== null && nextCallAt !== null && (
        <Notice
          tone="wait"
          title={message}
          icon={<IconClockHour4 size={18} stroke={1.8} />}
          role="status"
        >
          <Worded
            text={TEXTS.itGoesOnThis}
            parts={{ countdown: <Countdown until={nextCallAt} /> }}
          />
        </Notice>
      )}
    </Stack>
  )
}

function Done({ sync }: { sync: ItemSyncView }) {
  const { seenCount, changedSince, finishedAt, faultyCount, firstFault } = sync
  const gone = sayGone(sync)
  const items = TEXTS.items(seenCount)
  return (
    <Notice
      tone={faultyCount === 0 ? 'good' : 'retry'}
      title={changedSince === null ? TEXTS.title(items) : TEXTS.changedSinceTheLast(items)}
      icon={<IconCircleCheck size={18} stroke={1.8} />}
      role="status"
    >
      {finishedAt !== null && <Ago at={finishedAt} />}
      {faultyCount > 0 && TEXTS.couldNotBeRead(faultyCount, firstFault ?? '')}
      {gone !== '' && `; ${gone}`}
    </Notice>
  )
}

/** What a whole run says of items that are here and no longer at UltraCart. */
function sayGone({ changedSince, vanishedCount }: ItemSyncView): string {
  if (changedSince !== null || vanishedCount === 0) return ''
  if (vanishedCount === null) return TEXTS.itemsThatAreGone
  return TEXTS.areGone(vanishedCount)
}

function Ended({ sync }: { sync: ItemSyncView }) {
  const isFailed = sync.state === 'failed'
  return (
    <Notice
      tone={isFailed ? 'bad' : 'quiet'}
      title={isFailed ? TEXTS.theLastSyncFailed : TEXTS.theLastSyncWas}
      icon={<IconAlertTriangle size={18} stroke={1.8} />}
      role={isFailed ? 'alert' : 'status'}
    >
      <Worded
        text={TEXTS.whatWasFetchedUntil}
        parts={{
          message: sync.message,
          seenCount: sync.seenCount,
          isFailed: isFailed && TEXTS.checkTheKeyAnd,
        }}
      />
    </Notice>
  )
}
