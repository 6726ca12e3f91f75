'use client'

import { Paper, Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { SHARED_TEXTS } from './texts/shared.ts'

const CARDS = [96, 220, 320]

/** The shape of a page while it loads. */
export function PageSkeleton() {
  return (
    <div role="status">
      <VisuallyHidden>{SHARED_TEXTS.pageSkeleton.loading}</VisuallyHidden>
      <Stack gap="lg" aria-hidden>
        <div>
          <Skeleton h={24} w={160} mb={10} />
          <Skeleton h={14} w="60%" maw={420} />
        </div>
        {CARDS.map((height) => (
          <Paper key={height} radius="lg" withBorder p="lg" h={height}>
            <Skeleton h={16} w={180} mb="md" />
            <Skeleton h={12} w="80%" mb={10} />
            <Skeleton h={12} w="55%" />
          </Paper>
        ))}
      </Stack>
    </div>
  )
}
