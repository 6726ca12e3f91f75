'use client'

import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { DropDownPlace } from '../drop-down/use-drop-down.ts'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import { FilterPanel } from './filter-panel.tsx'

const TEXTS = FILTER_TEXTS.textFilter

export type TextFilterProps = {
  label: string
  fieldLabel: string
  description: string
  value: string | null
  onApply: (text: string | null) => void
}

export function TextChoice({ place, ...props }: TextFilterProps & { place: DropDownPlace }) {
  return (
    <FilterPanel place={place} label={props.label} width={300}>
      <TextForm
        key={props.value}
        {...props}
        onApply={(text) => {
          place.onChange(false)
          props.onApply(text)
        }}
      />
    </FilterPanel>
  )
}

function TextForm({ label, fieldLabel, description, value, onApply }: TextFilterProps) {
  const [text, setText] = useState(value ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onApply(text.trim() === '' ? null : text.trim())
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={fieldLabel}
          description={description}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          spellCheck={false}
          autoComplete="off"
          maxLength={200}
        />
        <Group gap="xs">
          <Button type="submit">{TEXTS.apply}</Button>
          {value !== null && (
            <Button variant="default" onClick={() => onApply(null)}>
              {TEXTS.any(label.toLowerCase())}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
