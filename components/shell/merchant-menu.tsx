'use client'

import { Menu, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { DropDownMenu } from '../drop-down/drop-down-menu.tsx'
import type { DropDownPlace } from '../drop-down/use-drop-down.ts'
import { ROLE_WORDS } from '../texts/role-words.ts'
import { SHELL_TEXTS } from '../texts/shell.ts'
import classes from './merchant-switcher.module.css'
import type { Merchant } from './types.ts'

type MerchantMenuProps = {
  place: DropDownPlace
  merchants: Merchant[]
  currentId: string
  onChoose: (merchantId: string) => void
}

/** All stores that a person may open. */
export function MerchantMenu({ place, merchants, currentId, onChoose }: MerchantMenuProps) {
  return (
    <DropDownMenu
      place={place}
      position="bottom-start"
      width={300}
      classNames={{ itemLabel: classes.item }}
    >
      <Menu.Label>{SHELL_TEXTS.merchantSwitcher.yourStores}</Menu.Label>
      {merchants.map(({ merchantId, merchantName, role }) => (
        <Menu.Item
          key={merchantId}
          onClick={() => onChoose(merchantId)}
          aria-current={merchantId === currentId}
          rightSection={merchantId === currentId ? <IconCheck size={15} aria-hidden /> : null}
        >
          <Text size="sm" truncate title={merchantName}>
            {merchantName}
          </Text>
          <Text size="xs" c="dimmed">
            {merchantId} · {ROLE_WORDS[role]}
          </Text>
        </Menu.Item>
      ))}
    </DropDownMenu>
  )
}
