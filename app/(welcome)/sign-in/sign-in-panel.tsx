'use client'

import { SignInForm } from '#components/welcome/sign-in-form.tsx'
import { signInWithPassword } from '../sign-in-with-password.ts'

export function SignInPanel({ nextPath }: { nextPath: string }) {
  return (
    <SignInForm
      signIn={signInWithPassword}
      // A full load, so that nothing of the signed-out state stays in memory.
      onSignedIn={() => window.location.assign(nextPath)}
    />
  )
}
