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
import classes from './shell-nav.module.css'

const PLACES: readonly { href: string; label: string; Icon: TablerIcon }[] = [
  { href: '/', label: 'Overview', Icon: IconLayoutDashboard },
  { href: '/integration', label: 'Integration', Icon: IconPlugConnected },
  { href: '/products', label: 'Products', Icon: IconTags },
  { href: '/affiliates', label: 'Affiliates', Icon: IconUsersGroup },
  { href: '/log', label: 'Log', Icon: IconListDetails },
  { href: '/reconcile', label: 'Reconcile', Icon: IconScale },
  { href: '/settings', label: 'Settings', Icon: IconSettings },
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
