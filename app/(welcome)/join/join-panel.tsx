'use client'

import type { DeedResult } from '#components/deed-result.ts'
import { JoinForm } from '#components/welcome/join-form.tsx'
import type { InvitationView } from '#lib/domain/member.ts'
import { signInWithPassword } from '../sign-in-with-password.ts'

type NewAccount = { name: string; password: string }

type JoinPanelProps = {
  token: string
  invitation: InvitationView
  signedInEmail: string | null
  join: (token: string, account: NewAccount) => Promise<DeedResult<{ email: string }>>
  accept: (token: string) => Promise<DeedResult<null>>
}

export function JoinPanel({ token, invitation, signedInEmail, join, accept }: JoinPanelProps) {
  const signIn = (password: string) => signInWithPassword({ email: invitation.email, password })
  const joinAsNew = async (account: NewAccount): Promise<DeedResult<null>> => {
    const joined = await join(token, account)
    return joined.kind === 'refused' ? joined : signIn(account.password)
  }
  const signInAndAccept = async (password: string): Promise<DeedResult<null>> => {
    const signedIn = await signIn(password)
    return signedIn.kind === 'refused' ? signedIn : accept(token)
  }
  return (
    <JoinForm
      invitation={invitation}
      signedInEmail={signedInEmail}
      deeds={{ join: joinAsNew, signInAndAccept, accept: () => accept(token) }}
      // A full load, so that nothing of the signed-out state stays in memory.
      onDone={() => window.location.assign('/')}
    />
  )
}
