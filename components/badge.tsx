import type { ReactNode } from 'react'
import classes from './badge.module.css'
import type { Tone } from './texts/words.ts'

type BadgeProps = { tone: Tone; title?: string; icon?: ReactNode; children: ReactNode }

export function Badge({ tone, title, icon, children }: BadgeProps) {
  return (
    <span className={classes.badge} data-tone={tone} title={title}>
      {icon}
      {children}
    </span>
  )
}
