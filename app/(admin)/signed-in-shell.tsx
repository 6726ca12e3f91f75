'use client'

import { signOut } from 'next-auth/react'
import type { ComponentProps } from 'react'
import { AdminShell } from '#components/shell/admin-shell.tsx'

type SignedInShellProps = Omit<ComponentProps<typeof AdminShell>, 'signOut'>

export function SignedInShell(props: SignedInShellProps) {
  return <AdminShell {...props} signOut={() => signOut({ callbackUrl: '/sign-in' })} />
}
