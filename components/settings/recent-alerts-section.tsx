'use client'

import { Stack, Text } from '@mantine/core'
import { IconBellOff } from '@tabler/icons-react'
import type { AlertDeliveryView, AlertView } from '#lib/domain/alert-channel.ts'
import { Badge } from '../badge.tsx'
import { EmptyNote } from '../empty-note.tsx'
import { SectionCard } from '../section-card.tsx'
import { ALERTS_TEXTS } from '../texts/alerts.ts'
import type { Tone } from '../texts/words.ts'
import { Moment } from '../time/moment.tsx'
import { SettingsTable } from './settings-table.tsx'

const TEXTS = ALERTS_TEXTS.recent

const TONES: Record<AlertDeliveryView['status'], Tone> = {
  waiting: 'wait',
  sent: 'good',
  failed: 'bad',
}

/** What was told lately, to whom, and what was answered. */
export function RecentAlertsSection({ alerts }: { alerts: AlertView[] }) {
  const { alert, at, outcome } = TEXTS.columns
  return (
    <SectionCard title={TEXTS.title} description={TEXTS.description} isFlush>
      {alerts.length === 0 ? (
        <EmptyNote icon={<IconBellOff size={26} stroke={1.6} />} title={TEXTS.empty.title}>
          {TEXTS.empty.text}
        </EmptyNote>
      ) : (
        <SettingsTable label={TEXTS.table} columns={[alert, at, outcome]}>
          {alerts.map(({ id, headline, createdAt, deliveries }) => (
            <tr key={id}>
              <td>
                <Text size="sm" fw={560} component="span">
                  {headline}
                </Text>
              </td>
              <td>
                <Moment at={createdAt} />
              </td>
              <td>
                <Stack gap={8}>
                  {deliveries.map((delivery) => (
                    <Delivery key={delivery.recipient} delivery={delivery} />
                  ))}
                </Stack>
              </td>
            </tr>
          ))}
        </SettingsTable>
      )}
    </SectionCard>
  )
}

function Delivery({ delivery }: { delivery: AlertDeliveryView }) {
  const { recipient, status, attemptCount, nextAttemptAt, answer } = delivery
  const isTriedAgain = status === 'waiting' && attemptCount > 0 && nextAttemptAt !== null
  return (
    <div>
      <Badge tone={TONES[status]}>{TEXTS.statuses[status]}</Badge>{' '}
      <Text size="sm" component="span">
        {recipient}
      </Text>
      {answer !== null && (
        <Text size="xs" c="dimmed">
          {answer} {attemptCount > 1 && `(${TEXTS.tries(attemptCount)})`}
          {isTriedAgain && (
            <>
              {` ${TEXTS.next} `}
              <Moment at={nextAttemptAt} />
            </>
          )}
        </Text>
      )}
    </div>
  )
}
