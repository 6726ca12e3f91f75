'use client'

import { Button } from '@mantine/core'
import { IconAdjustments } from '@tabler/icons-react'
import { Suspense } from 'react'
import { useDropDown } from '../drop-down/use-drop-down.ts'
import { later } from '../later.ts'
import { LOG_TEXTS } from '../texts/log.ts'
import type { TableMenuProps } from './table-panel.tsx'

const TablePanel = later(() => import('./table-panel.tsx').then((file) => file.TablePanel))

/** Leads to how the table looks. */
export function TableMenu(props: TableMenuProps) {
  const { isWanted, place, buttonProps } = useDropDown('dialog', TablePanel.preload)
  return (
    <>
      <Button
        variant="default"
        size="sm"
        px="sm"
        leftSection={<IconAdjustments size={16} stroke={1.8} aria-hidden />}
        {...buttonProps}
      >
        {LOG_TEXTS.tableMenu.table}
      </Button>
      {isWanted && (
        <Suspense>
          <TablePanel place={place} {...props} />
        </Suspense>
      )}
    </>
  )
}
