'use client'

import { Text } from '@mantine/core'
import { LOG_TEXTS } from '../texts/log.ts'
import { Moment } from '../time/moment.tsx'
import { Worded } from '../worded.tsx'

/** Says how far a search has come that did not go through the whole log. */
export function SearchedBack({ at }: { at: string }) {
  return (
    <Text size="sm" c="dimmed" mt="md" ta="center">
      <Worded
        text={LOG_TEXTS.searchedBack.searchedBackToThere}
        parts={{ moment: <Moment at={at} style="full" /> }}
      />
    </Text>
  )
}
