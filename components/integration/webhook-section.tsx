'use client'

import { Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconClockHour4, IconLockX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ConnectionView } from '#lib/domain/connection.ts'
import type { ExpansionGap } from '#lib/domain/missing-expansions.ts'
import { Notice } from '../notice.tsx'
import { SectionCard } from '../section-card.tsx'
import { WEBHOOK_TEXTS } from '../texts/integration-webhook.ts'
import { Ago, Moment } from '../time/moment.tsx'
import type { Deed } from '../use-deed.ts'
import { Worded } from '../worded.tsx'
import { ExpansionGaps } from './expansion-gaps.tsx'
import { WebhookCredentials } from './webhook-credentials.tsx'
import classes from './webhook-section.module.css'
import { WebhookSubscriptions } from './webhook-subscriptions-list.tsx'

const TEXTS = WEBHOOK_TEXTS.webhookSection

type WebhookSectionProps = {
  connection: ConnectionView
  expansionGaps: ExpansionGap[]
  rotatePassword: Deed<[], { webhookPassword: string }>
}

/** What has to be entered in UltraCart, step by step. */
export function WebhookSection(props: WebhookSectionProps) {
  const { connection, expansionGaps, rotatePassword } = props
  return (
    <SectionCard id="ultracart" title={TEXTS.title} description={TEXTS.description}>
      <Stack gap="lg">
        {connection.refusedWebhook === null ? (
          <LastEvent lastEventAt={connection.lastEventAt} />
        ) : (
          <TurnedAway refused={connection.refusedWebhook} />
        )}
        <ExpansionGaps gaps={expansionGaps} />
        <ol className={classes.steps}>
          <Step title={TEXTS.addAWebhookIn}>
            <Worded
              text={TEXTS.openAndAddA}
              parts={{
                place: <b>{TEXTS.configurationDeveloperWebhooks}</b>,
                type: <b>{TEXTS.basic}</b>,
                webhookCredentials: (
                  <WebhookCredentials connection={connection} rotatePassword={rotatePassword} />
                ),
              }}
            />
          </Step>
          <Step title={TEXTS.chooseWhatItReports}>
            <Worded
              text={TEXTS.tickTheseEventsSave}
              parts={{
                emphasis: <i>{TEXTS.expansions}</i>,
                webhookSubscriptions: <WebhookSubscriptions />,
              }}
            />
          </Step>
          <Step title={TEXTS.tryIt}>{TEXTS.saveThenPlaceA}</Step>
        </ol>
      </Stack>
    </SectionCard>
  )
}

type TurnedAwayProps = { refused: NonNullable<ConnectionView['refusedWebhook']> }

function TurnedAway({ refused: { count, since, lastAt } }: TurnedAwayProps) {
  return (
    <Notice
      tone="bad"
      role="alert"
      title={TEXTS.ultracartIsTurnedAway}
      icon={<IconLockX size={18} stroke={1.8} />}
    >
      <Worded
        text={TEXTS.callsWereRefused(count)}
        parts={{ since: <Moment at={since} />, last: <Ago at={lastAt} /> }}
      />
    </Notice>
  )
}

function LastEvent({ lastEventAt }: { lastEventAt: string | null }) {
  return lastEventAt === null ? (
    <Notice
      tone="wait"
      title={TEXTS.nothingHasArrivedFrom}
      icon={<IconClockHour4 size={18} stroke={1.8} />}
    >
      {TEXTS.followTheThreeSteps}
    </Notice>
  ) : (
    <Notice
      tone="good"
      title={
        <Worded text={TEXTS.ultracartReachesRelayLast} parts={{ ago: <Ago at={lastEventAt} /> }} />
      }
      icon={<IconCircleCheck size={18} stroke={1.8} />}
    />
  )
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className={classes.step}>
      <Text fw={600} size="sm" component="h3">
        {title}
      </Text>
      <Text size="sm" component="div" mt={2}>
        {children}
      </Text>
    </li>
  )
}
