'use client'

import { canDo, type Deed, type Role } from '#lib/domain/access.ts'
import { Link, useNavigation } from '../navigation.tsx'
import { ALERTS_TEXTS } from '../texts/alerts.ts'
import { AUDIT_TEXTS } from '../texts/audit.ts'
import { KEEPING_TEXTS } from '../texts/keeping.ts'
import { MEMBERS_TEXTS } from '../texts/members.ts'
import { SETTINGS_TEXTS } from '../texts/settings.ts'
import { STORE_TEXTS } from '../texts/store.ts'
import { TOKENS_TEXTS } from '../texts/tokens.ts'
import classes from './settings-nav.module.css'

/** In the order of the tabs; `needs` is what a role must allow to open one. */
const SECTIONS: readonly { href: string; label: string; needs: Deed }[] = [
  { href: '/settings/members', label: MEMBERS_TEXTS.title, needs: 'read' },
  { href: '/settings/alerts', label: ALERTS_TEXTS.title, needs: 'read' },
  { href: '/settings/store', label: STORE_TEXTS.page, needs: 'read' },
  { href: '/settings/tokens', label: TOKENS_TEXTS.title, needs: 'own' },
  { href: '/settings/keeping', label: KEEPING_TEXTS.page, needs: 'read' },
  { href: '/settings/audit', label: AUDIT_TEXTS.title, needs: 'own' },
]

/** Leads from one section of the settings to another. */
export function SettingsNav({ role }: { role: Role }) {
  const { path } = useNavigation()
  return (
    <nav aria-label={SETTINGS_TEXTS.sections}>
      <ul className={classes.list}>
        {SECTIONS.filter(({ needs }) => canDo(role, needs)).map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              className={classes.section}
              aria-current={path === href ? 'page' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
