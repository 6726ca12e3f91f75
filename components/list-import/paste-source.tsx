'use client'

import { Button, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { LIST_IMPORT_TEXTS } from '../texts/list-import.ts'
import type { ListSourceProps } from './list-import-steps.tsx'

type PasteSourceProps = ListSourceProps & { label: string; hint: string; placeholder: string }

/** Takes a list that was copied from a spreadsheet; a change of it wants another look. */
export function PasteSource({ onList, isReading, ...words }: PasteSourceProps) {
  const [text, setText] = useState('')
  const change = (next: string) => {
    setText(next)
    onList(null)
  }
  return (
    <Stack gap="xs" align="flex-start">
      <Textarea
        label={words.label}
        description={words.hint}
        placeholder={words.placeholder}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        autosize
        minRows={5}
        maxRows={12}
        spellCheck={false}
        w="100%"
        data-autofocus
      />
      <Button
        variant="default"
        onClick={() => onList(toForm(text))}
        loading={isReading}
        disabled={text.trim() === ''}
      >
        {LIST_IMPORT_TEXTS.pasteSource.checkTheList}
      </Button>
    </Stack>
  )
}

function toForm(text: string): FormData {
  const form = new FormData()
  form.set('file', new File([text], 'pasted.txt', { type: 'text/plain' }))
  form.set('isCopied', 'yes')
  return form
}
