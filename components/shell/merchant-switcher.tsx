'use client'

import { UnstyledButton } from '@mantine/core'
import { IconBuildingStore, IconSelector } from '@tabler/icons-react'
import { Suspense } from 'react'
import { useDropDown } from '../drop-down/use-drop-down.ts'
import { later } from '../later.ts'
import { SHELL_TEXTS } from '../texts/shell.ts'
import { type Deed, useDeed } from '../use-deed.ts'
import classes from './merchant-switcher.module.css'
import type { Merchant } from './types.ts'

const TEXTS = SHELL_TEXTS.merchantSwitcher

const MerchantMenu = later(() => import('./merchant-menu.tsx').then((file) => file.MerchantMenu))

type MerchantSwitcherProps = {
  merchants: Merchant[]
  current: Merchant
  choose: Deed<[merchantId: string], null>
}

/** Shows whose store this is; with more than one it is a menu. */
export function MerchantSwitcher(props: MerchantSwitcherProps) {
  if (props.merchants.length < 2) return <MerchantLabel merchant={props.current} />
  return <MerchantButton {...props} />
}

function MerchantButton({ merchants, current, choose }: MerchantSwitcherProps) {
  const { run, isRunning } = useDeed(choose)
  const { isWanted, place, buttonProps } = useDropDown('menu', MerchantMenu.preload)
  const change = (merchantId: string) => {
    if (merchantId !== current.merchantId) run([merchantId], () => undefined)
  }
  return (
    <>
      <UnstyledButton className={classes.button} disabled={isRunning} {...buttonProps}>
        <MerchantLabel merchant={current} />
        <IconSelector size={16} stroke={1.7} aria-hidden />
        <span className={classes.hint}>{TEXTS.changeStore}</span>
      </UnstyledButton>
      {isWanted && (
        <Suspense>
          <MerchantMenu
            place={place}
            merchants={merchants}
            currentId={current.merchantId}
            onChoose={change}
          />
        </Suspense>
      )}
    </>
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
