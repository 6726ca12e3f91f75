'use client'

import { Checkbox, NativeSelect, Stack, Switch, Text } from '@mantine/core'
import { DropDownPanel } from '../drop-down/drop-down-panel.tsx'
import type { DropDownPlace } from '../drop-down/use-drop-down.ts'
import { COLUMN_IDS, COLUMN_WORDS, FIXED_COLUMNS } from '../texts/column-words.ts'
import { LOG_TEXTS } from '../texts/log.ts'
import type { LogPreferences } from './log-preferences.ts'
import { PAGE_SIZES } from './log-search-params.ts'

const TEXTS = LOG_TEXTS.tableMenu

export type TableMenuProps = {
  preferences: LogPreferences
  prefer: (changes: Partial<LogPreferences>) => void
  pageSize: number
  onPageSize: (size: (typeof PAGE_SIZES)[number]) => void
}

/** Which columns, how dense, how many rows, and in which zone. */
export function TablePanel(props: TableMenuProps & { place: DropDownPlace }) {
  const { place, preferences, prefer, pageSize, onPageSize } = props
  const { hiddenColumns, isDense, isUtc, areFiguresShown } = preferences
  const shown = COLUMN_IDS.filter((id) => !hiddenColumns.includes(id))
  return (
    <DropDownPanel place={place} position="bottom-end" width={260} label={TEXTS.howTheTableLooks}>
      <Stack gap="sm">
        <Switch
          label={TEXTS.denseRows}
          checked={isDense}
          onChange={(event) => prefer({ isDense: event.currentTarget.checked })}
        />
        <Switch
          label={TEXTS.timesInUtc}
          checked={isUtc}
          onChange={(event) => prefer({ isUtc: event.currentTarget.checked })}
        />
        <Switch
          label={TEXTS.chartAndReasonsAbove}
          checked={areFiguresShown}
          onChange={(event) => prefer({ areFiguresShown: event.currentTarget.checked })}
        />
        <NativeSelect
          label={TEXTS.rowsOnAPage}
          data={PAGE_SIZES.map(String)}
          value={String(pageSize)}
          onChange={({ currentTarget: { value } }) =>
            onPageSize(PAGE_SIZES.find((size) => String(size) === value) ?? 50)
          }
        />
        <Text size="sm" fw={560} id="log-columns">
          {TEXTS.columns}
        </Text>
        <Checkbox.Group
          aria-labelledby="log-columns"
          value={shown}
          onChange={(values) =>
            prefer({ hiddenColumns: COLUMN_IDS.filter((id) => !values.includes(id)) })
          }
        >
          <Stack gap={8}>
            {COLUMN_IDS.map((id) => (
              <Checkbox
                key={id}
                value={id}
                label={COLUMN_WORDS[id].label}
                disabled={FIXED_COLUMNS.includes(id)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      </Stack>
    </DropDownPanel>
  )
}
