'use client'

import { Button, Group } from '@mantine/core'
import { IconChevronRight, IconChevronsLeft } from '@tabler/icons-react'
import { Link } from '../navigation.tsx'
import { affiliatesPath } from './affiliate-search-params.ts'

type AffiliatePagesProps = { q: string | null; cursor: string | null; nextCursor: string | null }

export function AffiliatePages({ q, cursor, nextCursor }: AffiliatePagesProps) {
  if (cursor === null && nextCursor === null) return null
  return (
    <Group component="nav" gap="xs" justify="flex-end" aria-label="Pages of the affiliates">
      {cursor !== null && (
        <Button
          component={Link}
          href={affiliatesPath({ q, cursor: null })}
          variant="default"
          leftSection={<IconChevronsLeft size={16} stroke={1.8} aria-hidden />}
        >
          First
        </Button>
      )}
      {nextCursor !== null && (
        <Button
          component={Link}
          href={affiliatesPath({ q, cursor: nextCursor })}
          variant="default"
          rightSection={<IconChevronRight size={16} stroke={1.8} aria-hidden />}
        >
          Next
        </Button>
      )}
    </Group>
  )
}
