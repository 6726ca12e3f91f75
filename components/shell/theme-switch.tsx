'use client'

import { ActionIcon, Box, Menu, useMantineColorScheme } from '@mantine/core'
import {
  IconCheck,
  IconDeviceDesktop,
  IconMoon,
  IconSun,
  type TablerIcon,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { SHELL_TEXTS } from '../texts/shell.ts'

const TEXTS = SHELL_TEXTS.themeSwitch

const SCHEMES: readonly { scheme: 'light' | 'dark' | 'auto'; label: string; Icon: TablerIcon }[] = [
  { scheme: 'light', label: TEXTS.light, Icon: IconSun },
  { scheme: 'dark', label: TEXTS.dark, Icon: IconMoon },
  { scheme: 'auto', label: TEXTS.sameAsTheSystem, Icon: IconDeviceDesktop },
]

/** Chooses light or dark; `children` are further choices of how the screens look and act. */
export function ThemeSwitch({ children }: { children?: ReactNode }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={TEXTS.displaySettings}>
          <Box component={IconSun} size={19} stroke={1.7} darkHidden aria-hidden />
          <Box component={IconMoon} size={19} stroke={1.7} lightHidden aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{TEXTS.lightOrDark}</Menu.Label>
        {SCHEMES.map(({ scheme, label, Icon }) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={16} stroke={1.7} aria-hidden />}
            rightSection={scheme === colorScheme ? <IconCheck size={15} aria-hidden /> : null}
            aria-current={scheme === colorScheme}
            onClick={() => setColorScheme(scheme)}
          >
            {label}
          </Menu.Item>
        ))}
        {children}
      </Menu.Dropdown>
    </Menu>
  )
}
