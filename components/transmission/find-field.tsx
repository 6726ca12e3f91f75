'use client'

import { ActionIcon, Group, Text, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { TRANSMISSION_TEXTS } from '../texts/transmission.ts'

const TEXTS = TRANSMISSION_TEXTS.findField

export type Finder = {
  words: string
  setWords: (words: string) => void
  count: number
  current: number
  step: (by: 1 | -1) => void
}

/** Finds words in the text below; Enter leads to the next place, with Shift to the one before. */
export function FindField({ finder, label }: { finder: Finder; label: string }) {
  const { words, setWords, count, current, step } = finder
  const isFound = count > 0
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
  }
  return (
    <Group gap={4} wrap="nowrap">
      <TextInput
        size="xs"
        w={180}
        placeholder={TEXTS.placeholder}
        aria-label={label}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={press}
      />
      <Text size="xs" c="dimmed" role="status" miw={52} ta="center">
        {words === '' ? '' : isFound ? TEXTS.of(current + 1, count) : TEXTS.notFound}
      </Text>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={TEXTS.placeBefore}
        disabled={!isFound}
        onClick={() => step(-1)}
      >
        <IconChevronUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={TEXTS.nextPlace}
        disabled={!isFound}
        onClick={() => step(1)}
      >
        <IconChevronDown size={16} />
      </ActionIcon>
    </Group>
  )
}
