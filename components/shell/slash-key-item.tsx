'use client'

import { Menu } from '@mantine/core'
import { IconCheck, IconKeyboard } from '@tabler/icons-react'
import { useSlashKey } from '../use-slash-key.ts'

/** Switches the one-key shortcut on and off. */
export function SlashKeyItem() {
  const [isOn, setOn] = useSlashKey()
  return (
    <>
      <Menu.Divider />
      <Menu.Label>Keyboard</Menu.Label>
      <Menu.Item
        leftSection={<IconKeyboard size={16} stroke={1.7} aria-hidden />}
        rightSection={isOn ? <IconCheck size={15} aria-hidden /> : null}
        aria-current={isOn}
        onClick={() => setOn(!isOn)}
      >
        The / key goes to search
      </Menu.Item>
    </>
  )
}
