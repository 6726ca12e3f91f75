'use client'

import { Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconClockHour4 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ConnectionView } from '#lib/domain/connection.ts'
import type { ExpansionGap } from '#lib/domain/missing-expansions.ts'
import { Notice } from '../notice.tsx'
import { SectionCard } from '../section-card.tsx'
import { Ago } from '../time/moment.tsx'
import type { Deed } from '../use-deed.ts'
import { ExpansionGaps } from './expansion-gaps.tsx'
import { WebhookCredentials } from './webhook-credentials.tsx'
import classes from './webhook-section.module.css'
import { WebhookSubscriptions } from './webhook-subscriptions-list.tsx'

type WebhookSectionProps = {
  connection: ConnectionView
  expansionGaps: ExpansionGap[]
  rotatePassword: Deed<[], { webhookPassword: string }>
}

/** What has to be entered in UltraCart, step by step. */
export function WebhookSection(props: WebhookSectionProps) {
  const { connection, expansionGaps, rotatePassword } = props
  return (
    <SectionCard
      id="ultracart"
      title="What UltraCart must call"
      description="UltraCart reports each order and change to Relay by a webhook: a web address that it calls as soon as something happens."
    >
      <Stack gap="lg">
        <LastEvent lastEventAt={connection.lastEventAt} />
        <ExpansionGaps gaps={expansionGaps} />
        <ol className={classes.steps}>
          <Step title="Add a webhook in UltraCart">
            Open <b>Configuration → Developer → Webhooks</b> and add a webhook with the
            authentication type <b>Basic</b>. Enter these three:
            <WebhookCredentials connection={connection} rotatePassword={rotatePassword} />
          </Step>
          <Step title="Choose what it reports">
            Tick these events. Save once, so that UltraCart shows the box for <i>expansions</i> (the
            parts of an order that come with the event), and paste the expansions of each kind.
            <WebhookSubscriptions />
          </Step>
          <Step title="Try it">
            Save, then place a test order or let UltraCart send its test event. It shows here and in
            the log within seconds.
          </Step>
        </ol>
      </Stack>
    </SectionCard>
  )
}

function LastEvent({ lastEventAt }: { lastEventAt: string | null }) {
  return lastEventAt === null ? (
    <Notice
      tone="wait"
      title="Nothing has arrived from UltraCart yet"
      icon={<IconClockHour4 size={18} stroke={1.8} />}
    >
      Follow the three steps below; this line changes with the first event.
    </Notice>
  ) : (
    <Notice
      tone="good"
      title={
        <>
          UltraCart reaches Relay: last event <Ago at={lastEventAt} />
        </>
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
