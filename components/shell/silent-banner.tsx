'use client'

import { Button } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import type { Silence } from '#lib/domain/circuit.ts'
import type { DeedResult } from '../deed-result.ts'
import { Notice } from '../notice.tsx'
import { notifyDone } from '../notify.tsx'
import { SHELL_TEXTS, sayWaiting } from '../texts/shell.ts'
import { Moment } from '../time/moment.tsx'
import { useDeed } from '../use-deed.ts'
import { Worded } from '../worded.tsx'

const TEXTS = SHELL_TEXTS.silentBanner

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
        <Worded
          text={TEXTS.ontraportHasNotAnswered}
          parts={{ moment: <Moment at={silence.since} /> }}
        />
      }
      action={
        canEdit ? (
          <Button
            size="xs"
            variant="default"
            loading={isRunning}
            onClick={() => run([], () => notifyDone(TEXTS.oneMessageIsTried))}
          >
            {TEXTS.tryOneNow}
          </Button>
        ) : undefined
      }
    >
      <Worded
        text={TEXTS.oneMessageIsTriedEvery}
        parts={{
          often: describeEvery(silence.tryEveryMs),
          waiting: sayWaiting(waitingCount),
          fault: fault !== null && ` ${fault}`,
        }}
      />
    </Notice>
  )
}

function describeEvery(everyMs: number): string {
  if (everyMs < 60_000) return TEXTS.everySeconds(Math.round(everyMs / 1_000))
  const minutes = Math.round(everyMs / 60_000)
  return minutes === 1 ? TEXTS.everyMinute : TEXTS.everyMinutes(minutes)
}
