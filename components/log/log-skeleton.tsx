'use client'

import { Group, Paper, Skeleton } from '@mantine/core'
import { PageHeader } from '../page-header.tsx'
import { LOG_TEXTS } from '../texts/log.ts'
import { TransmissionTableSkeleton } from '../transmission-table/transmission-table-skeleton.tsx'
import classes from './log-screen.module.css'
import bar from './view-bar.module.css'

const TEXTS = LOG_TEXTS.logSkeleton

const VIEW_WIDTHS = [92, 126, 96, 150, 62]
const FILTERS = ['status', 'type', 'time', 'reason', 'code', 'amount', 'reference', 'email']

/** The shape of the log while it loads: header, views, chart, filters, rows. */
export function LogSkeleton() {
  return (
    <>
      <PageHeader
        title={TEXTS.title}
        description={TEXTS.description}
        action={
          <Group gap="clamp(8px, 2vw, 16px)" aria-hidden>
            <Skeleton h={36} w={98} radius="xl" />
            <Skeleton h={36} w={136} />
            <Skeleton h={36} w={110} />
          </Group>
        }
      />
      <div className={bar.bar} aria-hidden>
        <div className={bar.list}>
          {VIEW_WIDTHS.map((width) => (
            <Skeleton key={width} h={30} w={width} radius="xl" />
          ))}
        </div>
      </div>
      <div className={classes.summary} aria-hidden>
        <Paper className={classes.summarySkeleton}>
          <Skeleton h={18} w={92} mb="lg" />
          <Skeleton h={116} mb="md" />
          <Skeleton h={14} w="80%" mb="md" />
          <Skeleton h={34} w="60%" />
        </Paper>
      </div>
      <Group gap="xs" mb="md" aria-hidden>
        <Skeleton h={36} maw={362} w="100%" />
        {FILTERS.map((name) => (
          <Skeleton key={name} h={36} w={88} visibleFrom="sm" />
        ))}
      </Group>
      <Paper className={classes.paper}>
        <TransmissionTableSkeleton />
      </Paper>
    </>
  )
}
