'use client'

import { Burger, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { BrandMark } from '../brand-mark.tsx'
import { Link } from '../navigation.tsx'
import { SHELL_TEXTS } from '../texts/shell.ts'
import type { Deed } from '../use-deed.ts'
import { AccountPanel } from './account-panel.tsx'
import classes from './admin-shell.module.css'
import { DisplayMenuButton } from './display-menu-button.tsx'
import { MerchantSwitcher } from './merchant-switcher.tsx'
import { ShellNav } from './shell-nav.tsx'
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
    <>
      <header className={classes.header}>
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
          <DisplayMenuButton hasKeys />
        </Group>
      </header>
      <nav className={classes.navbar} aria-label={TEXTS.main} data-open={isOpen || undefined}>
        <ShellNav onChoose={close} />
        <AccountPanel
          person={props.person}
          role={props.current.role}
          onChoose={close}
          signOut={props.signOut}
        />
      </nav>
      <main id="content" tabIndex={-1} className={classes.main}>
        <div className={classes.page}>
          {props.banner !== null && <div className={classes.banner}>{props.banner}</div>}
          {props.children}
        </div>
      </main>
    </>
  )
}
