'use client'

import { Text, Title } from '@mantine/core'
import type { RelayHealth } from '#lib/domain/relay-health.ts'
import { OVERVIEW_TEXTS } from '../texts/overview.ts'
import { Moment } from '../time/moment.tsx'
import { Worded } from '../worded.tsx'
import classes from './health-card.module.css'
import { HEALTH_LOOKS } from './health-looks.ts'
import { type HealthFacts, judgeHealth, neededSince } from './judge-health.ts'

const TEXTS = OVERVIEW_TEXTS.healthCard

type HealthCardProps = HealthFacts & { health: RelayHealth }

/** Whether it works, and since when. */
export function HealthCard(props: HealthCardProps) {
  const verdict = judgeHealth(props)
  // The banner on top of every page says it already.
  if (verdict === 'paused' || verdict === 'unreachable') return null
  const { title, advice, tone, Icon } = HEALTH_LOOKS[verdict]
  return (
    <section className={classes.card} data-tone={tone}>
      <span className={classes.icon} aria-hidden>
        <Icon size={26} stroke={1.7} />
      </span>
      <div>
        <Title order={2} className={classes.title}>
          {title}
        </Title>
        <Text size="sm">
          {advice} {verdict === 'working' && <WorkingSince health={props.health} />}
          {verdict === 'attention' && <NeededSince reasons={props.reasons} />}
        </Text>
      </div>
    </section>
  )
}

function WorkingSince({ health: { workingSince } }: { health: RelayHealth }) {
  if (workingSince === null) return null
  return (
    <Worded
      text={TEXTS.everyMessageSinceWas}
      parts={{ moment: <Moment at={workingSince} style="full" /> }}
    />
  )
}

function NeededSince({ reasons }: Pick<HealthFacts, 'reasons'>) {
  const since = neededSince(reasons)
  if (since === null) return null
  return (
    <Worded
      text={TEXTS.theOldestHasWaited}
      parts={{ moment: <Moment at={since} style="full" /> }}
    />
  )
}
