'use client'

import { Button, Group } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { logPath } from '../log/log-search-params.ts'
import { Link } from '../navigation.tsx'
import { Notice } from '../notice.tsx'
import { SHELL_TEXTS, sayWaiting } from '../texts/shell.ts'
import { Moment } from '../time/moment.tsx'
import { Worded } from '../worded.tsx'

const TEXTS = SHELL_TEXTS.restoredBanner

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
        <Worded
          text={TEXTS.thisStoreWasRestored}
          parts={{ moment: <Moment at={restoredFrom} style="long" /> }}
        />
      }
      action={
        canEdit && (
          <Group gap="xs">
            <Button component={Link} href={logPath({ status: ['unconfirmed'] })} variant="default">
              {TEXTS.whatToDecide}
            </Button>
            <Button component={Link} href="/integration#key" variant="default">
              {TEXTS.testTheKey}
            </Button>
          </Group>
        )
      }
    >
      <Worded
        text={TEXTS.whatOntraportWasTold}
        parts={{
          waiting: waitingCount > 0 && `${sayWaiting(waitingCount)}.`,
          whoCan: !canEdit && TEXTS.askAnOwnerOr,
        }}
      />
    </Notice>
  )
}
