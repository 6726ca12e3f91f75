'use client'

import { Button } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import type { Silence } from '#lib/domain/circuit.ts'
import type { DeedResult } from '../deed-result.ts'
import { Notice } from '../notice.tsx'
import { notifyDone } from '../notify.tsx'
import { countMessages } from '../texts/count-messages.ts'
import { Moment } from '../time/moment.tsx'
import { useDeed } from '../use-deed.ts'

type SilentBannerProps = {
  silence: Silence
  waitingCount: number
  canEdit: boolean
  tryNow: () => Promise<DeedResult<null>>
}

/** Stands on every page while ONTRAPORT does not answer. */
export function SilentBanner({ silence, waitingCount, canEdit, tryNow }: SilentBannerProps) {
  const { run, isRunning, fault } = useDeed(tryNow)
  return (
    <Notice
      tone="retry"
      role="status"
      icon={<IconPlugConnectedX size={20} stroke={1.8} />}
      title={
        <>
          ONTRAPORT has not answered since <Moment at={silence.since} />.
        </>
      }
      action={
        canEdit ? (
          <Button
            size="xs"
            variant="default"
            loading={isRunning}
            onClick={() => run([], () => notifyDone('One message is tried now.'))}
          >
            Try one now
          </Button>
        ) : undefined
      }
    >
      One message is tried {describeEvery(silence.tryEveryMs)}; {countMessages(waitingCount)}{' '}
      {waitingCount === 1 ? 'waits' : 'wait'}. Nothing is lost: once ONTRAPORT answers, everything
      goes out in order, a little at a time.
      {fault !== null && ` ${fault}`}
    </Notice>
  )
}

function describeEvery(everyMs: number): string {
  if (everyMs < 60_000) return `every ${Math.round(everyMs / 1_000)} seconds`
  const minutes = Math.round(everyMs / 60_000)
  return minutes === 1 ? 'every minute' : `every ${minutes} minutes`
}
