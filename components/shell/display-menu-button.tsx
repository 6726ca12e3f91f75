'use client'

import { ActionIcon, Box } from '@mantine/core'
import { IconMoon, IconSun } from '@tabler/icons-react'
import { Suspense } from 'react'
import { useDropDown } from '../drop-down/use-drop-down.ts'
import { later } from '../later.ts'
import { SHELL_TEXTS } from '../texts/shell.ts'

const DisplayMenu = later(() => import('./display-menu.tsx').then((file) => file.DisplayMenu))

/** Leads to how the screens look and act. */
export function DisplayMenuButton({ hasKeys = false }: { hasKeys?: boolean }) {
  const { isWanted, place, buttonProps } = useDropDown('menu', DisplayMenu.preload)
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={SHELL_TEXTS.themeSwitch.displaySettings}
        {...buttonProps}
      >
        <Box component={IconSun} size={19} stroke={1.7} darkHidden aria-hidden />
        <Box component={IconMoon} size={19} stroke={1.7} lightHidden aria-hidden />
      </ActionIcon>
      {isWanted && (
        <Suspense>
          <DisplayMenu place={place} hasKeys={hasKeys} />
        </Suspense>
      )}
    </>
  )
}
