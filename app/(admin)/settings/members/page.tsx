import { Stack } from '@mantine/core'
import type { Metadata } from 'next'
import { InvitationsSection } from '#components/settings/invitations-section.tsx'
import { InviteButton } from '#components/settings/invite-button.tsx'
import { MembersSection } from '#components/settings/members-section.tsx'
import { MEMBERS_TEXTS } from '#components/texts/members.ts'
import { requireAccess } from '#lib/auth.ts'
import { canDo } from '#lib/domain/access.ts'
import { listInvitations } from '#lib/services/list-invitations.ts'
import { listMembers } from '#lib/services/list-members.ts'
import { changeRole, invite, leave, remove, withdraw } from './actions.ts'

export const metadata: Metadata = { title: MEMBERS_TEXTS.title }

export default async function MembersPage() {
  const access = await requireAccess()
  const { actor, merchantId, role } = access
  const canManage = canDo(role, 'own')
  const [members, invitations] = await Promise.all([
    listMembers(access),
    canManage ? listInvitations(access) : [],
  ])
  const invitationDeeds = { invite, withdraw }
  return (
    <Stack gap="lg">
      <MembersSection
        members={members}
        ownEmail={actor}
        merchantId={merchantId}
        canManage={canManage}
        action={canManage && <InviteButton deeds={invitationDeeds} />}
        deeds={{ changeRole, remove, leave }}
      />
      <InvitationsSection invitations={invitations} deeds={invitationDeeds} />
    </Stack>
  )
}
