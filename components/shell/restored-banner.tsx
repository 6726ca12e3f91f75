'use client'

import { Button, Group } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { logPath } from '../log/log-search-params.ts'
import { Link } from '../navigation.tsx'
import { Notice } from '../notice.tsx'
import { countMessages } from '../texts/count-messages.ts'
import { Moment } from '../time/moment.tsx'

type RestoredBannerProps = {
  /** When the backup was made that the store came back from. */
  restoredFrom: string
  waitingCount: number
  canEdit: boolean
}

/** Stands on every page of a store that came back from a backup, until somebody lets it send again. */
export function RestoredBanner({ restoredFrom, waitingCount, canEdit }: RestoredBannerProps) {
  return (
    <Notice
      tone="ask"
      role="status"
      icon={<IconHistory size={20} stroke={1.8} />}
      title={
        <>
          This store was restored from the backup of <Moment at={restoredFrom} style="long" />.
        </>
      }
      action={
        canEdit && (
          <Group gap="xs">
            <Button component={Link} href={logPath({ status: ['unconfirmed'] })} variant="default">
              What to decide
            </Button>
            <Button component={Link} href="/integration#key" variant="default">
              Test the key
            </Button>
          </Group>
        )
      }
    >
      What ONTRAPORT was told after that moment is not known here, so nothing goes out until you say
      so. {waitingCount > 0 && describeWaiting(waitingCount)} Look in ONTRAPORT which sales and
      refunds arrived, decide on those marked Unconfirmed, then test the key: sending goes on once
      it passes.
      {!canEdit && ' Ask an owner or editor of this store to do it.'}
    </Notice>
  )
}

function describeWaiting(count: number): string {
  return `${countMessages(count)} ${count === 1 ? 'waits' : 'wait'}.`
}
