import type { Metadata } from 'next'
import { JOIN_TEXTS } from '#components/texts/join.ts'
import { InvitationOver } from '#components/welcome/invitation-over.tsx'
import { getViewer } from '#lib/auth.ts'
import { getInvitation } from '#lib/services/get-invitation.ts'
import { accept, join } from './actions.ts'
import { JoinPanel } from './join-panel.tsx'

export const metadata: Metadata = { title: JOIN_TEXTS.page }

type JoinPageProps = { searchParams: Promise<{ token?: string | string[] }> }

export default async function JoinPage({ searchParams }: JoinPageProps) {
  const { token } = await searchParams
  const invitation = typeof token === 'string' ? await getInvitation(token) : null
  if (typeof token !== 'string' || invitation === null) return <InvitationOver />
  const viewer = await getViewer()
  return (
    <JoinPanel
      token={token}
      invitation={invitation}
      signedInEmail={viewer?.email ?? null}
      join={join}
      accept={accept}
    />
  )
}
