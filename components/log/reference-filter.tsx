'use client'

import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { FilterMenu } from './filter-menu.tsx'
import type { LogSearchControl } from './use-log-search.ts'

/** Everything of one order or one auto order. */
export function ReferenceFilter({ search, change }: LogSearchControl) {
  return (
    <FilterMenu label="Reference" chosen={search.reference} width={300}>
      <ReferenceForm
        key={search.reference}
        reference={search.reference ?? ''}
        onApply={(reference) => change({ reference: reference === '' ? null : reference })}
      />
    </FilterMenu>
  )
}

function ReferenceForm(props: { reference: string; onApply: (reference: string) => void }) {
  const [text, setText] = useState(props.reference)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    props.onApply(text.trim())
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label="Order id or auto-order code"
          description="The whole id. Shows the sale with its refunds, or all changes of one auto order."
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          spellCheck={false}
          autoComplete="off"
        />
        <Group gap="xs">
          <Button type="submit">Apply</Button>
          {props.reference !== '' && (
            <Button variant="default" onClick={() => props.onApply('')}>
              Any reference
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
