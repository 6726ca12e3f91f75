'use client'

import { Paper, SimpleGrid, Skeleton, Stack } from '@mantine/core'
import { PageHeader } from '../page-header.tsx'
import { TransmissionTableSkeleton } from '../transmission-table/transmission-table-skeleton.tsx'

const TILES = ['event', 'accepted', 'waiting', 'poll']

/** The shape of the overview while it loads: how it is doing, the last signs of life, the latest rows. */
export function OverviewSkeleton() {
  return (
    <>
      <PageHeader title="Overview" description="How your store is doing." />
      <Stack gap="lg">
        <Skeleton h={86} radius="lg" aria-hidden />
        <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="md" aria-hidden>
          {TILES.map((name) => (
            <Skeleton key={name} h={106} radius="lg" />
          ))}
        </SimpleGrid>
        <Paper withBorder radius="lg">
          <TransmissionTableSkeleton />
        </Paper>
      </Stack>
    </>
  )
}
