'use client'

import { Button } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { Suspense } from 'react'
import { useDropDown } from '../drop-down/use-drop-down.ts'
import { later } from '../later.ts'
import { LOG_ACTIONS_TEXTS } from '../texts/log-actions.ts'
import type { LogActions } from './log-actions-menu.tsx'

const LogActionsMenu = later(() =>
  import('./log-actions-menu.tsx').then((file) => file.LogActionsMenu),
)

/** Leads to what can be done with everything that the filter of the log finds. */
export function LogActionsButton(actions: LogActions) {
  const { isWanted, place, buttonProps } = useDropDown('menu', LogActionsMenu.preload)
  return (
    <>
      <Button
        variant="default"
        rightSection={<IconChevronDown size={16} aria-hidden />}
        {...buttonProps}
      >
        {LOG_ACTIONS_TEXTS.logActionsMenu.allOfThese}
      </Button>
      {isWanted && (
        <Suspense>
          <LogActionsMenu place={place} {...actions} />
        </Suspense>
      )}
    </>
  )
}
