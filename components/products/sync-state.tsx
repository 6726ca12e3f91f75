'use client'

import { Progress, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconClockHour4 } from '@tabler/icons-react'
import type { ItemSyncPanel, ItemSyncView } from '#lib/domain/item-sync.ts'
import { Notice } from '../notice.tsx'
import { Countdown } from '../time/countdown.tsx'
import { Ago } from '../time/moment.tsx'

/** Where the latest sync stands, and what to do when it did not end well. */
export function SyncState({ panel: { sync } }: { panel: ItemSyncPanel }) {
  if (sync === null) return <Text size="sm">No sync yet.</Text>
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
          ? `${seenCount} items fetched`
          : `${seenCount} of ${totalCount} items fetched`}
      </Text>
      <Progress value={percent} animated aria-label="Progress of the sync" />
      {message !== null && nextCallAt !== null && (
        <Notice
          tone="wait"
          title={message}
          icon={<IconClockHour4 size={18} stroke={1.8} />}
          role="status"
        >
          It goes on <Countdown until={nextCallAt} />; this page may be left meanwhile.
        </Notice>
      )}
    </Stack>
  )
}

function Done({ sync }: { sync: ItemSyncView }) {
  const { seenCount, changedSince, finishedAt, faultyCount, firstFault } = sync
  const gone = sayGone(sync)
  const items = seenCount === 1 ? '1 item' : `${seenCount} items`
  return (
    <Notice
      tone={faultyCount === 0 ? 'good' : 'retry'}
      title={changedSince === null ? `${items} fetched` : `${items} changed since the last sync`}
      icon={<IconCircleCheck size={18} stroke={1.8} />}
      role="status"
    >
      {finishedAt !== null && <Ago at={finishedAt} />}
      {faultyCount > 0 && `; ${faultyCount} could not be read: ${firstFault}`}
      {gone !== '' && `; ${gone}`}
    </Notice>
  )
}

/** What a whole run says of items that are here and no longer at UltraCart. */
function sayGone({ changedSince, vanishedCount }: ItemSyncView): string {
  if (changedSince !== null || vanishedCount === 0) return ''
  if (vanishedCount === null)
    return 'items that are gone at UltraCart were left as they are, since the list changed or could not be read whole; sync all items once more'
  return vanishedCount === 1
    ? '1 item is gone at UltraCart and no longer active here'
    : `${vanishedCount} items are gone at UltraCart and no longer active here`
}

function Ended({ sync }: { sync: ItemSyncView }) {
  const isFailed = sync.state === 'failed'
  return (
    <Notice
      tone={isFailed ? 'bad' : 'quiet'}
      title={isFailed ? 'The last sync failed' : 'The last sync was cancelled'}
      icon={<IconAlertTriangle size={18} stroke={1.8} />}
      role={isFailed ? 'alert' : 'status'}
    >
      {sync.message} What was fetched until then is kept ({sync.seenCount} items).
      {isFailed && ' Check the key and its permissions in UltraCart, then start it again.'}
    </Notice>
  )
}
