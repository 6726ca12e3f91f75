'use client'

import { Menu, Text, UnstyledButton } from '@mantine/core'
import { IconBuildingStore, IconCheck, IconSelector } from '@tabler/icons-react'
import { ROLE_WORDS } from '../texts/role-words.ts'
import { SHELL_TEXTS } from '../texts/shell.ts'
import { type Deed, useDeed } from '../use-deed.ts'
import classes from './merchant-switcher.module.css'
import type { Merchant } from './types.ts'

const TEXTS = SHELL_TEXTS.merchantSwitcher

type MerchantSwitcherProps = {
  merchants: Merchant[]
  current: Merchant
  choose: Deed<[merchantId: string], null>
}

/** Shows whose store this is; with more than one it is a menu. */
export function MerchantSwitcher({ merchants, current, choose }: MerchantSwitcherProps) {
  const { run, isRunning } = useDeed(choose)
  if (merchants.length < 2) return <MerchantLabel merchant={current} />
  const change = (merchant: Merchant) => {
    if (merchant.merchantId === current.merchantId) return
    run([merchant.merchantId], () => undefined)
  }
  return (
    <Menu position="bottom-start" width={300} classNames={{ itemLabel: classes.item }}>
      <Menu.Target>
        <UnstyledButton className={classes.button} disabled={isRunning}>
          <MerchantLabel merchant={current} />
          <IconSelector size={16} stroke={1.7} aria-hidden />
          <span className={classes.hint}>{TEXTS.changeStore}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{TEXTS.yourStores}</Menu.Label>
        {merchants.map((merchant) => (
          <Menu.Item
            key={merchant.merchantId}
            onClick={() => change(merchant)}
            aria-current={merchant.merchantId === current.merchantId}
            rightSection={
              merchant.merchantId === current.merchantId ? (
                <IconCheck size={15} aria-hidden />
              ) : null
            }
          >
            <Text size="sm" truncate title={merchant.merchantName}>
              {merchant.merchantName}
            </Text>
            <Text size="xs" c="dimmed">
              {merchant.merchantId} · {ROLE_WORDS[merchant.role]}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function MerchantLabel({ merchant }: { merchant: Merchant }) {
  return (
    <span className={classes.label}>
      <IconBuildingStore size={18} stroke={1.7} aria-hidden />
      <span className={classes.name} title={`${merchant.merchantName} (${merchant.merchantId})`}>
        {merchant.merchantName}
      </span>
      <span className={classes.id}>{merchant.merchantId}</span>
    </span>
  )
}
