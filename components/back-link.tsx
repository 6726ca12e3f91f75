'use client'

import { Anchor } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import classes from './back-link.module.css'
import { Link } from './navigation.tsx'

/** Leads back to where a page belongs. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Anchor component={Link} href={href} size="sm" className={classes.back}>
      <IconChevronLeft size={16} stroke={1.8} aria-hidden />
      {children}
    </Anchor>
  )
}
