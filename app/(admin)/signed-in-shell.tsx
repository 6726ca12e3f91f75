'use client'

import type { ComponentProps } from 'react'
import { AdminShell } from '#components/shell/admin-shell.tsx'

type SignedInShellProps = Omit<ComponentProps<typeof AdminShell>, 'signOut'>

export function SignedInShell(props: SignedInShellProps) {
  return <AdminShell {...props} signOut={leave} />
}

/** Few pages are left by signing out, so none brings the code for it. */
async function leave(): Promise<void> {
  const { signOut } = await import('next-auth/react')
  await signOut({ callbackUrl: '/sign-in' })
}
