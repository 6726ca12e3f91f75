'use client'

import { signOut } from 'next-auth/react'
import { NoStore } from '#components/welcome/no-store.tsx'

export function NoStorePanel({ email }: { email: string }) {
  return <NoStore email={email} signOut={() => void signOut({ callbackUrl: '/sign-in' })} />
}
