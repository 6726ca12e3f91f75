'use client'

import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDownload, IconLifebuoy, IconSend2 } from '@tabler/icons-react'
import { LOG_FORMATS, type LogFormat } from '#lib/domain/log-format.ts'
import { Link } from '../navigation.tsx'
import { LOG_ACTIONS_TEXTS } from '../texts/log-actions.ts'

const TEXTS = LOG_ACTIONS_TEXTS.logActionsMenu

const FORMAT_WORDS: Record<LogFormat, string> = {
  csv: TEXTS.csvForSpreadsheets,
  jsonl: TEXTS.jsonLinesForPrograms,
  xml: 'XML',
}

type LogActionsMenuProps = {
  /** The filter as it stands in the address, such as `?status=failed`; empty for the whole log. */
  query: string
  canEdit: boolean
}

/** What can be done with everything that the filter of the log finds, not only the rows on the screen. */
export function LogActionsMenu({ query, canEdit }: LogActionsMenuProps) {
  const and = query === '' ? '?' : `${query}&`
  return (
    <Menu position="bottom-end" width={270}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
          {TEXTS.allOfThese}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
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
      </Menu.Dropdown>
    </Menu>
  )
}
