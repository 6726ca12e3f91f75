'use client'

import { Paper, Skeleton, VisuallyHidden } from '@mantine/core'
import { SETTINGS_TEXTS } from '../texts/settings.ts'

const ROWS = [1, 2, 3, 4]

/** The shape of a section of the settings while it loads. */
export function SettingsSkeleton() {
  return (
    <div role="status">
      <VisuallyHidden>{SETTINGS_TEXTS.loading}</VisuallyHidden>
      <Paper radius="lg" withBorder p="lg" aria-hidden>
        <Skeleton h={18} w={160} mb={12} />
        <Skeleton h={12} w="70%" maw={520} mb={26} />
        {ROWS.map((row) => (
          <Skeleton key={row} h={14} mb={24} />
        ))}
      </Paper>
    </div>
  )
}
