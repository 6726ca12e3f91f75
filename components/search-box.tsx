'use client'

import { CloseButton, Kbd, TextInput } from '@mantine/core'
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { SHARED_TEXTS } from './texts/shared.ts'
import { useSingleKeys } from './use-single-keys.ts'

type SearchBoxProps = {
  label: string
  placeholder: string
  value: string
  onSearch: (text: string) => void
}

const TYPING_PAUSE_MS = 350

/** A search box that searches while one types; the slash key leads to it. */
export function SearchBox({ label, placeholder, value, onSearch }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  const search = useDebouncedCallback(onSearch, { delay: TYPING_PAUSE_MS })
  const [areKeysOn] = useSingleKeys()
  useHotkeys(areKeysOn ? [['/', () => input.current?.focus()]] : [])
  useEffect(() => {
    if (document.activeElement !== input.current) setText(value)
  }, [value])
  const change = (next: string) => {
    setText(next)
    search(next.trim())
  }
  return (
    <TextInput
      ref={input}
      type="search"
      aria-label={label}
      placeholder={placeholder}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
      rightSectionWidth={36}
      rightSection={
        text !== '' ? (
          <CloseButton
            size="sm"
            aria-label={SHARED_TEXTS.searchBox.clearTheSearch}
            onClick={() => change('')}
          />
        ) : (
          areKeysOn && (
            <Kbd size="xs" visibleFrom="sm" aria-hidden>
              /
            </Kbd>
          )
        )
      }
      spellCheck={false}
      autoComplete="off"
      maxLength={200}
    />
  )
}
