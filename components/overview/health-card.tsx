'use client'

import { Text, Title } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClockHour4,
  IconFlask2,
  IconKey,
  type TablerIcon,
} from '@tabler/icons-react'
import type { ConnectionView } from '#lib/domain/connection.ts'
import type { TransmissionPage, TransmissionRow } from '#lib/domain/transmission.ts'
import type { Tone } from '../words.ts'
import classes from './health-card.module.css'
import { type Health, judgeHealth } from './judge-health.ts'

type HealthCardProps = {
  connection: ConnectionView
  attention: TransmissionPage
  lastSent: TransmissionRow | null
}

export function HealthCard(props: HealthCardProps) {
  const health = judgeHealth(props)
  // The banner on top of every page says it already.
  if (health === 'paused' || health === 'silent') return null
  const { title, advice, tone, Icon } = LOOKS[health]
  return (
    <section className={classes.card} data-tone={tone}>
      <span className={classes.icon} aria-hidden>
        <Icon size={26} stroke={1.7} />
      </span>
      <div>
        <Title order={2} className={classes.title}>
          {title}
        </Title>
        <Text size="sm">{advice}</Text>
      </div>
    </section>
  )
}

const LOOKS: Record<
  Exclude<Health, 'paused' | 'silent'>,
  { title: string; advice: string; tone: Tone; Icon: TablerIcon }
> = {
  sandbox: {
    title: 'In the sandbox',
    advice: 'What is shown here is the sandbox’s. ONTRAPORT hears nothing until you go live.',
    tone: 'ask',
    Icon: IconFlask2,
  },
  'no-key': {
    title: 'One thing is missing: the ONTRAPORT key',
    advice: 'Orders are taken in already; they wait until a key is saved.',
    tone: 'retry',
    Icon: IconKey,
  },
  'nothing-arrived': {
    title: 'Ready, and waiting for the first event from UltraCart',
    advice: 'Add the webhook in UltraCart; the first order shows here within seconds.',
    tone: 'wait',
    Icon: IconClockHour4,
  },
  attention: {
    title: 'Working, but some messages need attention',
    advice: 'New orders are relayed. Those listed below were not accepted.',
    tone: 'retry',
    Icon: IconAlertTriangle,
  },
  'nothing-sent': {
    title: 'Connected; nothing had to be sent yet',
    advice: 'The first paid order goes to ONTRAPORT by itself.',
    tone: 'busy',
    Icon: IconClockHour4,
  },
  working: {
    title: 'Everything works',
    advice: 'UltraCart reports, ONTRAPORT accepts, nothing needs attention.',
    tone: 'good',
    Icon: IconCircleCheck,
  },
}
