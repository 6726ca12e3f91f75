'use client'

import { Menu } from '@mantine/core'
import { IconCheck, IconKeyboard } from '@tabler/icons-react'
import { SHELL_TEXTS } from '../texts/shell.ts'
import { useSingleKeys } from '../use-single-keys.ts'

const TEXTS = SHELL_TEXTS.singleKeysItem

/** Switches the keys that work alone on and off. */
export function SingleKeysItem() {
  const [isOn, setOn] = useSingleKeys()
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{TEXTS.keyboard}</Menu.Label>
      <Menu.Item
        leftSection={<IconKeyboard size={16} stroke={1.7} aria-hidden />}
        rightSection={isOn ? <IconCheck size={15} aria-hidden /> : null}
        aria-current={isOn}
        onClick={() => setOn(!isOn)}
      >
        {TEXTS.singleKeyShortcuts}
      </Menu.Item>
    </>
  )
}
