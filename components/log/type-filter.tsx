'use client'

import { Radio, Stack } from '@mantine/core'
import type { TransmissionType } from '#lib/domain/transmission.ts'
import { TYPE_WORDS } from '../words.ts'
import { FilterMenu } from './filter-menu.tsx'
import type { LogSearchControl } from './use-log-search.ts'

const RELAYED: readonly TransmissionType[] = ['sale', 'refund', 'auto-order-status']

export function TypeFilter({ search, change }: LogSearchControl) {
  const choose = (value: string) =>
    change({ type: RELAYED.find((candidate) => candidate === value) ?? null })
  return (
    <FilterMenu
      label="Type"
      chosen={search.type === null ? null : TYPE_WORDS[search.type]}
      width={220}
    >
      <Radio.Group value={search.type ?? ''} onChange={choose} aria-label="Type">
        <Stack gap="sm">
          <Radio value="" label="Any type" />
          {RELAYED.map((type) => (
            <Radio key={type} value={type} label={TYPE_WORDS[type]} />
          ))}
        </Stack>
      </Radio.Group>
    </FilterMenu>
  )
}
