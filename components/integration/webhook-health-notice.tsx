'use client'

import { IconAlertTriangle, IconCircleCheck, IconClockHour4 } from '@tabler/icons-react'
import type { WebhookHealth } from '#lib/domain/ultracart-delivery.ts'
import { Notice } from '../notice.tsx'
import { Moment } from '../time/moment.tsx'

/** Whether UltraCart gets through, how much waits there, and when it tries again. */
export function WebhookHealthNotice({ health }: { health: WebhookHealth }) {
  const { isDisabled, consecutiveFailures, pendingCount, nextRetryAt } = health
  const waiting = pendingCount === 1 ? '1 event waits' : `${pendingCount} events wait`
  if (isDisabled)
    return (
      <Notice
        tone="bad"
        role="alert"
        title="UltraCart has disabled the webhook"
        icon={<IconAlertTriangle size={18} />}
      >
        It failed {consecutiveFailures} times in a row; {waiting} there. Mend the cause, then set
        the webhook up above: that switches it on again.
      </Notice>
    )
  if (consecutiveFailures > 0)
    return (
      <Notice
        tone="retry"
        title={`UltraCart failed to get through ${consecutiveFailures} times in a row`}
        icon={<IconClockHour4 size={18} />}
      >
        {waiting} there.
        {nextRetryAt !== null && (
          <>
            {' '}
            It tries again <Moment at={nextRetryAt} />.
          </>
        )}
      </Notice>
    )
  return (
    <Notice tone="good" title="UltraCart gets through" icon={<IconCircleCheck size={18} />}>
      {waiting} there.
    </Notice>
  )
}
