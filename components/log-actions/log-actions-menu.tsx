'use client'

import { Menu } from '@mantine/core'
import { IconDownload, IconLifebuoy, IconSend2 } from '@tabler/icons-react'
import { LOG_FORMATS, type LogFormat } from '#lib/domain/log-format.ts'
import { DropDownMenu } from '../drop-down/drop-down-menu.tsx'
import type { DropDownPlace } from '../drop-down/use-drop-down.ts'
import { Link } from '../navigation.tsx'
import { LOG_ACTIONS_TEXTS } from '../texts/log-actions.ts'

const TEXTS = LOG_ACTIONS_TEXTS.logActionsMenu

const FORMAT_WORDS: Record<LogFormat, string> = {
  csv: TEXTS.csvForSpreadsheets,
  jsonl: TEXTS.jsonLinesForPrograms,
  xml: 'XML',
}

export type LogActions = {
  /** The filter as it stands in the address, such as `?status=failed`; empty for the whole log. */
  query: string
  canEdit: boolean
}

/** What can be done with everything that the filter of the log finds, not only the rows on the screen. */
export function LogActionsMenu({ place, query, canEdit }: LogActions & { place: DropDownPlace }) {
  const and = query === '' ? '?' : `${query}&`
  return (
    <DropDownMenu place={place} position="bottom-end" width={270}>
      <Menu.Label>{TEXTS.downloadWhatTheFilter}</Menu.Label>
      {LOG_FORMATS.map((format) => (
        <Menu.Item
          key={format}
          component="a"
          href={`/log/export${and}format=${format}`}
          download
          leftSection={<IconDownload size={16} stroke={1.8} aria-hidden />}
        >
          {FORMAT_WORDS[format]}
        </Menu.Item>
      ))}
      <Menu.Divider />
      {canEdit && (
        <Menu.Item
          component={Link}
          href={`/log/resend${query}`}
          leftSection={<IconSend2 size={16} stroke={1.8} aria-hidden />}
        >
          {TEXTS.sendThemAgain}
        </Menu.Item>
      )}
      <Menu.Item
        component={Link}
        href={`/log/packet${query}`}
        leftSection={<IconLifebuoy size={16} stroke={1.8} aria-hidden />}
      >
        {TEXTS.supportPacket}
      </Menu.Item>
    </DropDownMenu>
  )
}
