'use client'

import { ActionIcon } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Suspense } from 'react'
import { useDropDown } from '../drop-down/use-drop-down.ts'
import { later } from '../later.ts'
import { LOG_TEXTS } from '../texts/log.ts'
import type { ViewMenuProps } from './view-menu.tsx'

const ViewMenu = later(() => import('./view-menu.tsx').then((file) => file.ViewMenu))

/** Leads to what can be done with the view that is open. */
export function ViewMenuButton(props: ViewMenuProps) {
  const { isWanted, place, buttonProps } = useDropDown('menu', ViewMenu.preload)
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={LOG_TEXTS.viewMenu.change(props.view.name)}
        {...buttonProps}
      >
        <IconDots size={16} aria-hidden />
      </ActionIcon>
      {isWanted && (
        <Suspense>
          <ViewMenu place={place} {...props} />
        </Suspense>
      )}
    </>
  )
}
