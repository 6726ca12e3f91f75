'use client'

import { Paper, SimpleGrid, Skeleton, Stack } from '@mantine/core'
import { PageHeader } from '../page-header.tsx'
import { OVERVIEW_TEXTS } from '../texts/overview.ts'
import { TransmissionTableSkeleton } from '../transmission-table/transmission-table-skeleton.tsx'

const TEXTS = OVERVIEW_TEXTS.overviewSkeleton

const TILES = ['event', 'accepted', 'waiting', 'poll']

/** The shape of the overview while it loads: how it is doing, the last signs of life, the latest rows. */
export function OverviewSkeleton() {
  return (
    <>
      <PageHeader title={TEXTS.title} description={TEXTS.description} />
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
