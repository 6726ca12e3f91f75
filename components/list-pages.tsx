'use client'

import { Button, Group } from '@mantine/core'
import { IconChevronRight, IconChevronsLeft } from '@tabler/icons-react'
import { Link } from './navigation.tsx'
import { SHARED_TEXTS } from './texts/shared.ts'

const TEXTS = SHARED_TEXTS.listPages

type ListPagesProps = {
  /** What the list holds, such as `products`. */
  of: string
  cursor: string | null
  nextCursor: string | null
  /** The address of the page that begins after a cursor; `null` is the first. */
  pathOf: (cursor: string | null) => string
}

/** Leads to the first page of a list and to the next. */
export function ListPages({ of, cursor, nextCursor, pathOf }: ListPagesProps) {
  if (cursor === null && nextCursor === null) return null
  return (
    <Group component="nav" gap="xs" justify="flex-end" aria-label={TEXTS.pagesOfThe(of)}>
      {cursor !== null && (
        <Button
          component={Link}
          href={pathOf(null)}
          variant="default"
          size="sm"
          leftSection={<IconChevronsLeft size={16} stroke={1.8} aria-hidden />}
        >
          {TEXTS.first}
        </Button>
      )}
      {nextCursor !== null && (
        <Button
          component={Link}
          href={pathOf(nextCursor)}
          variant="default"
          size="sm"
          rightSection={<IconChevronRight size={16} stroke={1.8} aria-hidden />}
        >
          {TEXTS.next}
        </Button>
      )}
    </Group>
  )
}
