'use client'

import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import { FilterMenu } from './filter-menu.tsx'
import type { LogSearchControl } from './use-log-search.ts'

const TEXTS = FILTER_TEXTS.textFilter

type TextFilterProps = {
  label: string
  fieldLabel: string
  description: string
  value: string | null
  onApply: (text: string | null) => void
}

function TextFilter(props: TextFilterProps) {
  return (
    <FilterMenu label={props.label} chosen={props.value} width={300}>
      <TextForm key={props.value} {...props} />
    </FilterMenu>
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

/** Everything of one order or one auto order. */
export function ReferenceFilter({ search, change }: LogSearchControl) {
  return (
    <TextFilter
      label={TEXTS.reference}
      fieldLabel={TEXTS.orderIdOrAuto}
      description={TEXTS.description}
      value={search.reference}
      onApply={(reference) => change({ reference })}
    />
  )
}

/** Everything of one buyer. */
export function EmailFilter({ search, change }: LogSearchControl) {
  return (
    <TextFilter
      label={TEXTS.email}
      fieldLabel={TEXTS.emailOfTheBuyer}
      description={TEXTS.theWholeAddressCapitals}
      value={search.email}
      onApply={(email) => change({ email })}
    />
  )
}
