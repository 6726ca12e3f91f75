'use client'

import { Button, Group, Radio, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { FilterMenu } from './filter-menu.tsx'
import { CODE_PATTERN } from './log-search-params.ts'
import type { LogSearchControl } from './use-log-search.ts'

const CODES: readonly { code: string; label: string }[] = [
  { code: '2xx', label: '2xx · accepted' },
  { code: '403', label: '403 · key turned away' },
  { code: '4xx', label: '4xx · refused' },
  { code: '5xx', label: '5xx · trouble at ONTRAPORT' },
  { code: 'none', label: 'None · no answer' },
]

/** By the response code of ONTRAPORT's answer. */
export function CodeFilter({ search, change }: LogSearchControl) {
  return (
    <FilterMenu
      label="Code"
      chosen={search.code === 'none' ? 'no answer' : search.code}
      width={260}
    >
      <Radio.Group
        value={search.code ?? ''}
        onChange={(code) => change({ code: code === '' ? null : code })}
        aria-label="Response code"
      >
        <Stack gap="sm">
          <Radio value="" label="Any code" />
          {CODES.map(({ code, label }) => (
            <Radio key={code} value={code} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      <OtherCode search={search} change={change} />
    </FilterMenu>
  )
}

function OtherCode({ search, change }: Pick<LogSearchControl, 'search' | 'change'>) {
  const isListed = CODES.some(({ code }) => code === search.code)
  const [text, setText] = useState(isListed ? '' : (search.code ?? ''))
  const [fault, setFault] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isCode = CODE_PATTERN.test(text.trim())
    setFault(isCode ? null : 'A code has three digits, such as 404.')
    if (isCode) change({ code: text.trim().toLowerCase() })
  }
  return (
    <form noValidate onSubmit={submit}>
      <Group gap="xs" mt="md" align="flex-start" wrap="nowrap">
        <TextInput
          aria-label="Another code"
          placeholder="Another, such as 404"
          value={text}
          error={fault}
          onChange={(event) => setText(event.currentTarget.value)}
          style={{ flex: 1 }}
        />
        <Button type="submit" variant="default">
          Apply
        </Button>
      </Group>
    </form>
  )
}
