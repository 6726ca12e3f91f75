import type { Metadata } from 'next'
import { MembersSection } from '#components/settings/members-section.tsx'
import { MEMBERS_TEXTS } from '#components/texts/settings.ts'
import { requireAccess } from '#lib/auth.ts'
import { listMembers } from '#lib/services/list-members.ts'

export const metadata: Metadata = { title: MEMBERS_TEXTS.title }

export default async function MembersPage() {
  const access = await requireAccess()
  return <MembersSection members={await listMembers(access)} ownEmail={access.actor} />
}
