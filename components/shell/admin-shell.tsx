'use client'

import { AppShell, Burger, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { BrandMark } from '../brand-mark.tsx'
import { Link } from '../navigation.tsx'
import { SHELL_TEXTS } from '../texts/shell.ts'
import type { Deed } from '../use-deed.ts'
import { AccountPanel } from './account-panel.tsx'
import classes from './admin-shell.module.css'
import { MerchantSwitcher } from './merchant-switcher.tsx'
import { ShellNav } from './shell-nav.tsx'
import { SingleKeysItem } from './single-keys-item.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import type { Merchant, Person } from './types.ts'

const TEXTS = SHELL_TEXTS.adminShell

type AdminShellProps = {
  person: Person
  merchants: Merchant[]
  current: Merchant
  chooseMerchant: Deed<[merchantId: string], null>
  signOut: () => void
  banner: ReactNode
  children: ReactNode
}

export function AdminShell(props: AdminShellProps) {
  const [isOpen, { toggle, close }] = useDisclosure(false)
  return (
    <AppShell
      header={{ height: 58 }}
      navbar={{ width: 228, breakpoint: 'md', collapsed: { mobile: !isOpen } }}
      transitionDuration={0}
      offsetScrollbars={false}
    >
      <AppShell.Header className={classes.header}>
        <a href="#content" className={classes.skip}>
          {TEXTS.skipToContent}
        </a>
        <Burger
          opened={isOpen}
          onClick={toggle}
          hiddenFrom="md"
          size="sm"
          aria-label={isOpen ? TEXTS.closeTheMenu : TEXTS.openTheMenu}
        />
        <Link href="/" className={classes.brand} aria-label={TEXTS.relayToTheOverview}>
          <BrandMark />
        </Link>
        <Group className={classes.tools} gap="xs" wrap="nowrap">
          <MerchantSwitcher
            merchants={props.merchants}
            current={props.current}
            choose={props.chooseMerchant}
          />
          <ThemeSwitch>
            <SingleKeysItem />
          </ThemeSwitch>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label={TEXTS.main}>
        <ShellNav onChoose={close} />
        <AccountPanel
          person={props.person}
          role={props.current.role}
          onChoose={close}
          signOut={props.signOut}
        />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        <div className={classes.page}>
          {props.banner !== null && <div className={classes.banner}>{props.banner}</div>}
          {props.children}
        </div>
      </AppShell.Main>
    </AppShell>
  )
}
