'use client'

import type { ReactNode } from 'react'
import { BrandMark } from '../brand-mark.tsx'
import { DisplayMenuButton } from '../shell/display-menu-button.tsx'
import { WELCOME_TEXTS } from '../texts/welcome.ts'
import classes from './welcome-frame.module.css'

export function WelcomeFrame({ children }: { children: ReactNode }) {
  return (
    <div className={classes.frame}>
      <header className={classes.header}>
        <BrandMark />
        <DisplayMenuButton />
      </header>
      <main className={classes.main}>{children}</main>
      <footer className={classes.footer}>
        {WELCOME_TEXTS.welcomeFrame.carriesUltracartOrdersRefunds}
      </footer>
    </div>
  )
}
