'use client'

import { VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import type { MemberRow } from '#lib/domain/member.ts'
import { SectionCard } from '../section-card.tsx'
import { MEMBERS_TEXTS as TEXTS } from '../texts/members.ts'
import type { MemberDeeds } from './member-deeds.ts'
import { MemberItem } from './member-item.tsx'
import { SettingsTable } from './settings-table.tsx'

type MembersSectionProps = {
  members: MemberRow[]
  ownEmail: string
  merchantId: string
  canManage: boolean
  /** What leads to a further member. */
  action: ReactNode
  deeds: MemberDeeds
}

/** Who may open the store, and as what. */
export function MembersSection({ members, action, ...shared }: MembersSectionProps) {
  const { person, role, lastSignIn, actions } = TEXTS.columns
  const hidden = <VisuallyHidden key="actions">{actions}</VisuallyHidden>
  return (
    <SectionCard title={TEXTS.title} description={TEXTS.description} action={action} isFlush>
      <SettingsTable label={TEXTS.table} columns={[person, role, lastSignIn, hidden]}>
        {members.map((member) => (
          <MemberItem key={member.userId} member={member} {...shared} />
        ))}
      </SettingsTable>
    </SectionCard>
  )
}
