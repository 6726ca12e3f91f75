'use client'

import { Paper, SimpleGrid, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ConnectionView } from '#lib/domain/connection.ts'
import type { RelayHealth } from '#lib/domain/relay-health.ts'
import type { TransmissionRow } from '#lib/domain/transmission.ts'
import { logPath } from '../log/log-search-params.ts'
import { Link } from '../navigation.tsx'
import { OVERVIEW_TEXTS } from '../texts/overview.ts'
import { Countdown } from '../time/countdown.tsx'
import { Ago } from '../time/moment.tsx'
import { Worded } from '../worded.tsx'
import classes from './stat-tiles.module.css'

const TEXTS = OVERVIEW_TEXTS.statTiles

type StatTilesProps = {
  connection: ConnectionView
  health: RelayHealth
  lastSent: TransmissionRow | null
}

/** The last sign of life of each side, and what waits between them. */
export function StatTiles({ connection, health, lastSent }: StatTilesProps) {
  const { lastPoll } = health
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="md">
      <Tile label={TEXTS.lastEventFromUltracart} href="/integration#ultracart">
        {connection.lastEventAt === null ? TEXTS.noneYet : <Ago at={connection.lastEventAt} />}
      </Tile>
      <Tile label={TEXTS.lastAcceptedByOntraport} href={logPath({ status: ['sent'] })}>
        {lastSent === null ? TEXTS.noneYet : <Ago at={lastSent.finishedAt ?? lastSent.createdAt} />}
      </Tile>
      <Tile
        label={TEXTS.waitingToGoOut}
        href={logPath({ status: ['queued', 'retrying'] })}
        hint={waitingHint(health)}
      >
        {connection.waitingCount.toLocaleString('en-US')}
      </Tile>
      <Tile
        label={TEXTS.lastItemPoll}
        href={lastPoll === null ? '/products#feed' : logPath({ type: 'item-fetch' })}
        hint={lastPoll?.description}
      >
        {lastPoll === null ? TEXTS.noneYet : <Ago at={lastPoll.at} />}
      </Tile>
    </SimpleGrid>
  )
}

function waitingHint({ backlog, oldestWaitingAt }: RelayHealth): ReactNode {
  if (backlog !== null)
    return <Worded text={TEXTS.throughIn} parts={{ left: <Countdown until={backlog.endsAt} /> }} />
  if (oldestWaitingAt === null) return null
  return <Worded text={TEXTS.theOldestCame} parts={{ ago: <Ago at={oldestWaitingAt} /> }} />
}

type TileProps = { label: string; href: string; hint?: ReactNode; children: ReactNode }

function Tile({ label, href, hint, children }: TileProps) {
  return (
    <Paper className={classes.tile}>
      <Link href={href} className={classes.link}>
        <Text size="sm" c="dimmed" component="span">
          {label}
        </Text>
        <span className={classes.value}>{children}</span>
        {hint && (
          <Text size="xs" c="dimmed" component="span">
            {hint}
          </Text>
        )}
      </Link>
    </Paper>
  )
}
