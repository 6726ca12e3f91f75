'use client'

import { IconAlertTriangle, IconCircleCheck, IconClockHour4 } from '@tabler/icons-react'
import type { WebhookHealth } from '#lib/domain/ultracart-delivery.ts'
import { Notice } from '../notice.tsx'
import { WEBHOOK_TEXTS } from '../texts/integration-webhook.ts'
import { Moment } from '../time/moment.tsx'
import { Worded } from '../worded.tsx'

const TEXTS = WEBHOOK_TEXTS.webhookHealthNotice

/** Whether UltraCart gets through, how much waits there, and when it tries again. */
export function WebhookHealthNotice({ health }: { health: WebhookHealth }) {
  const { isDisabled, consecutiveFailures, pendingCount, nextRetryAt } = health
  const waiting = TEXTS.eventsWait(pendingCount)
  if (isDisabled)
    return (
      <Notice tone="bad" role="alert" title={TEXTS.title} icon={<IconAlertTriangle size={18} />}>
        {TEXTS.itFailedTimesIn(consecutiveFailures, waiting)}
      </Notice>
    )
  if (consecutiveFailures > 0)
    return (
      <Notice
        tone="retry"
        title={TEXTS.ultracartFailedToGet(consecutiveFailures)}
        icon={<IconClockHour4 size={18} />}
      >
        <Worded
          text={TEXTS.there}
          parts={{
            waiting: waiting,
            nextTry: nextRetryAt !== null && (
              <Worded text={TEXTS.itTriesAgain} parts={{ moment: <Moment at={nextRetryAt} /> }} />
            ),
          }}
        />
      </Notice>
    )
  return (
    <Notice tone="good" title={TEXTS.ultracartGetsThrough} icon={<IconCircleCheck size={18} />}>
      {TEXTS.thereNow(waiting)}
    </Notice>
  )
}
