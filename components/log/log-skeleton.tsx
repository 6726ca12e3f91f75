'use client'

import { Group, Paper, Skeleton } from '@mantine/core'
import { PageHeader } from '../page-header.tsx'
import { TransmissionTableSkeleton } from '../transmission-table/transmission-table-skeleton.tsx'
import classes from './log-screen.module.css'

export function LogSkeleton() {
  return (
    <>
      <PageHeader
        title="Log"
        description="Every message to ONTRAPORT, and every order for which none was sent, with the reason."
      />
      <Group gap="xs" mb="md" aria-hidden>
        <Skeleton h={36} maw={380} w="100%" />
        <Skeleton h={36} w={88} visibleFrom="sm" />
        <Skeleton h={36} w={88} visibleFrom="sm" />
        <Skeleton h={36} w={88} visibleFrom="sm" />
      </Group>
      <Paper className={classes.paper}>
        <TransmissionTableSkeleton />
      </Paper>
    </>
  )
}
