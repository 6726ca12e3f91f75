'use client'

import { Paper, SimpleGrid, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ConnectionView } from '#lib/domain/connection.ts'
import type { TransmissionPage, TransmissionRow } from '#lib/domain/transmission.ts'
import { logPath } from '../log/log-search-params.ts'
import { Link } from '../navigation.tsx'
import { Ago } from '../time/moment.tsx'
import classes from './stat-tiles.module.css'

type StatTilesProps = {
  connection: ConnectionView
  attention: TransmissionPage
  lastSent: TransmissionRow | null
}

export function StatTiles({ connection, attention, lastSent }: StatTilesProps) {
  const { transmissions, nextCursor } = attention
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="md">
      <Tile label="Last event from UltraCart" href="/integration#ultracart">
        {connection.lastEventAt === null ? 'None yet' : <Ago at={connection.lastEventAt} />}
      </Tile>
      <Tile label="Last accepted by ONTRAPORT" href={logPath({ status: ['sent'] })}>
        {lastSent === null ? 'None yet' : <Ago at={lastSent.finishedAt ?? lastSent.createdAt} />}
      </Tile>
      <Tile label="Waiting to go out" href={logPath({ status: ['queued', 'retrying'] })}>
        {connection.waitingCount.toLocaleString('en-US')}
      </Tile>
      <Tile label="Need attention" href={logPath({ status: ['failed', 'unconfirmed'] })}>
        {nextCursor === null ? transmissions.length : `${transmissions.length}+`}
      </Tile>
    </SimpleGrid>
  )
}

function Tile({ label, href, children }: { label: string; href: string; children: ReactNode }) {
  return (
    <Paper className={classes.tile}>
      <Link href={href} className={classes.link}>
        <Text size="sm" c="dimmed" component="span">
          {label}
        </Text>
        <span className={classes.value}>{children}</span>
      </Link>
    </Paper>
  )
}
