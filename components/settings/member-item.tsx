'use client'

import { Text } from '@mantine/core'
import type { MemberRow } from '#lib/domain/member.ts'
import { Badge } from '../badge.tsx'
import { MEMBERS_TEXTS as TEXTS } from '../texts/members.ts'
import { ROLE_MEANINGS, ROLE_WORDS } from '../texts/role-words.ts'
import { Ago } from '../time/moment.tsx'
import type { MemberDeeds } from './member-deeds.ts'
import { LeaveButton, RemoveButton } from './member-way-out.tsx'
import { RoleChoice } from './role-choice.tsx'

type MemberItemProps = {
  member: MemberRow
  ownEmail: string
  merchantId: string
  canManage: boolean
  deeds: MemberDeeds
}

/** One member, with what the reader may do about them. */
export function MemberItem({ member, ownEmail, merchantId, canManage, deeds }: MemberItemProps) {
  const { email, role, lastSignInAt } = member
  const isSelf = email === ownEmail
  return (
    <tr>
      <td>
        <Person member={member} isSelf={isSelf} />
      </td>
      <td title={ROLE_MEANINGS[role]}>
        {canManage ? <RoleChoice {...{ member, isSelf, deeds }} /> : ROLE_WORDS[role]}
      </td>
      <td data-label={TEXTS.columns.lastSignIn}>
        {lastSignInAt === null ? TEXTS.never : <Ago at={lastSignInAt} />}
      </td>
      <td data-align="right">
        {isSelf && <LeaveButton merchantId={merchantId} deeds={deeds} />}
        {!isSelf && canManage && <RemoveButton member={member} deeds={deeds} />}
      </td>
    </tr>
  )
}

function Person({ member: { name, email }, isSelf }: { member: MemberRow; isSelf: boolean }) {
  return (
    <>
      <Text size="sm" fw={560} component="span">
        {name === '' ? email : name}
      </Text>{' '}
      {isSelf && <Badge tone="quiet">{TEXTS.you}</Badge>}
      {name !== '' && (
        <Text size="xs" c="dimmed">
          {email}
        </Text>
      )}
    </>
  )
}
