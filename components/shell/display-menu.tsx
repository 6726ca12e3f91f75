'use client'

import { Menu, useMantineColorScheme } from '@mantine/core'
import {
  IconCheck,
  IconDeviceDesktop,
  IconMoon,
  IconSun,
  type TablerIcon,
} from '@tabler/icons-react'
import { DropDownMenu } from '../drop-down/drop-down-menu.tsx'
import type { DropDownPlace } from '../drop-down/use-drop-down.ts'
import { SHELL_TEXTS } from '../texts/shell.ts'
import { SingleKeysItem } from './single-keys-item.tsx'

const TEXTS = SHELL_TEXTS.themeSwitch

const SCHEMES: readonly { scheme: 'light' | 'dark' | 'auto'; label: string; Icon: TablerIcon }[] = [
  { scheme: 'light', label: TEXTS.light, Icon: IconSun },
  { scheme: 'dark', label: TEXTS.dark, Icon: IconMoon },
  { scheme: 'auto', label: TEXTS.sameAsTheSystem, Icon: IconDeviceDesktop },
]

type DisplayMenuProps = { place: DropDownPlace; hasKeys: boolean }

/** Light or dark, and whether single keys act where there are any. */
export function DisplayMenu({ place, hasKeys }: DisplayMenuProps) {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <DropDownMenu place={place} position="bottom-end" width={250}>
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
      {hasKeys && <SingleKeysItem />}
    </DropDownMenu>
  )
}
