'use client'

import { Button, Group, Radio, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { FILTER_TEXTS } from '../texts/log-filters.ts'
import { applying, type FilterChoiceProps, FilterPanel } from './filter-panel.tsx'
import { CODE_PATTERN } from './log-search-params.ts'

const TEXTS = FILTER_TEXTS.codeFilter

const CODES: readonly { code: string; label: string }[] = [
  { code: '2xx', label: TEXTS.accepted },
  { code: '403', label: TEXTS.keyTurnedAway },
  { code: '4xx', label: TEXTS.refused },
  { code: '5xx', label: TEXTS.trouble },
  { code: 'none', label: TEXTS.noneNoAnswer },
]

export function CodeChoice({ place, search, change }: FilterChoiceProps) {
  return (
    <FilterPanel place={place} label={TEXTS.code} width={260}>
      <Radio.Group
        value={search.code ?? ''}
        onChange={(code) => change({ code: code === '' ? null : code })}
        aria-label={TEXTS.responseCode}
      >
        <Stack gap="sm">
          <Radio value="" label={TEXTS.anyCode} />
          {CODES.map(({ code, label }) => (
            <Radio key={code} value={code} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      <OtherCode search={search} change={applying({ place, change })} />
    </FilterPanel>
  )
}

function OtherCode({ search, change }: Omit<FilterChoiceProps, 'place'>) {
  const isListed = CODES.some(({ code }) => code === search.code)
  const [text, setText] = useState(isListed ? '' : (search.code ?? ''))
  const [fault, setFault] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isCode = CODE_PATTERN.test(text.trim())
    setFault(isCode ? null : TEXTS.aCodeHasThree)
    if (isCode) change({ code: text.trim().toLowerCase() })
  }
  return (
    <form noValidate onSubmit={submit}>
      <Group gap="xs" mt="md" align="flex-start" wrap="nowrap">
        <TextInput
          aria-label={TEXTS.anotherCode}
          placeholder={TEXTS.placeholder}
          value={text}
          error={fault}
          onChange={(event) => setText(event.currentTarget.value)}
          style={{ flex: 1 }}
        />
        <Button type="submit" variant="default">
          {TEXTS.apply}
        </Button>
      </Group>
    </form>
  )
}
