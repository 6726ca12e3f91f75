'use client'

import { Text } from '@mantine/core'
import { Moment } from '../time/moment.tsx'

/** Says how far a search has come that did not go through the whole log. */
export function SearchedBack({ at }: { at: string }) {
  return (
    <Text size="sm" c="dimmed" mt="md" ta="center">
      Searched back to <Moment at={at} style="full" />. There may be more before that.
    </Text>
  )
}
