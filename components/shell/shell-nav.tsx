'use client'

import {
  IconLayoutDashboard,
  IconListDetails,
  IconPlugConnected,
  IconScale,
  IconSettings,
  IconTags,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react'
import { Link, useNavigation } from '../navigation.tsx'
import { SHELL_TEXTS } from '../texts/shell.ts'
import classes from './shell-nav.module.css'

const TEXTS = SHELL_TEXTS.shellNav

const PLACES: readonly { href: string; label: string; Icon: TablerIcon }[] = [
  { href: '/', label: TEXTS.overview, Icon: IconLayoutDashboard },
  { href: '/integration', label: TEXTS.integration, Icon: IconPlugConnected },
  { href: '/products', label: TEXTS.products, Icon: IconTags },
  { href: '/affiliates', label: TEXTS.affiliates, Icon: IconUsersGroup },
  { href: '/log', label: TEXTS.log, Icon: IconListDetails },
  { href: '/reconcile', label: TEXTS.reconcile, Icon: IconScale },
  { href: '/settings', label: TEXTS.settings, Icon: IconSettings },
]

export function ShellNav({ onChoose }: { onChoose: () => void }) {
  const { path } = useNavigation()
  return (
    <ul className={classes.list}>
      {PLACES.map(({ href, label, Icon }) => (
        <li key={href}>
          <Link
            href={href}
            className={classes.place}
            aria-current={isAt(path, href) ? 'page' : undefined}
            onClick={onChoose}
          >
            <Icon size={19} stroke={1.7} aria-hidden />
            {label}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function isAt(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
}
