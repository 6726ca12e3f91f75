'use client'

import { Table, Text } from '@mantine/core'
import type { MemberRow } from '#lib/domain/member.ts'
import { Badge } from '../badge.tsx'
import { SectionCard } from '../section-card.tsx'
import { ROLE_MEANINGS, ROLE_WORDS } from '../shell/role-words.ts'
import { MEMBERS_TEXTS as TEXTS } from '../texts/settings.ts'
import { Ago } from '../time/moment.tsx'
import { SettingsTable } from './settings-table.tsx'

type MembersSectionProps = { members: MemberRow[]; ownEmail: string }

/** Who may open the store, and as what. */
export function MembersSection({ members, ownEmail }: MembersSectionProps) {
  const { person, role, lastSignIn } = TEXTS.columns
  return (
    <SectionCard title={TEXTS.title} description={TEXTS.description} isFlush>
      <SettingsTable label={TEXTS.table} columns={[person, role, lastSignIn]}>
        {members.map((member) => (
          <Row key={member.userId} member={member} isSelf={member.email === ownEmail} />
        ))}
      </SettingsTable>
    </SectionCard>
  )
}

function Row({ member, isSelf }: { member: MemberRow; isSelf: boolean }) {
  const { email, name, role, lastSignInAt } = member
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={560} component="span">
          {name === '' ? email : name}
        </Text>{' '}
        {isSelf && <Badge tone="quiet">{TEXTS.you}</Badge>}
        {name !== '' && (
          <Text size="xs" c="dimmed">
            {email}
          </Text>
        )}
      </Table.Td>
      <Table.Td title={ROLE_MEANINGS[role]}>{ROLE_WORDS[role]}</Table.Td>
      <Table.Td data-label={TEXTS.columns.lastSignIn}>
        {lastSignInAt === null ? TEXTS.never : <Ago at={lastSignInAt} />}
      </Table.Td>
    </Table.Tr>
  )
}
