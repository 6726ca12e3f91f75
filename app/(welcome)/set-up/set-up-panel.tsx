'use client'

import type { DeedResult } from '#components/deed-result.ts'
import { type SetUpFields, SetUpForm } from '#components/welcome/set-up-form.tsx'
import { signInWithPassword } from '../sign-in-with-password.ts'

type SetUpPanelProps = {
  token: string
  completeSetUp: (token: string, form: SetUpFields) => Promise<DeedResult<{ merchantId: string }>>
}

export function SetUpPanel({ token, completeSetUp }: SetUpPanelProps) {
  const setUp = async (form: SetUpFields): Promise<DeedResult<string>> => {
    const result = await completeSetUp(token, form)
    if (result.kind === 'refused') return result
    const signedIn = await signInWithPassword({ email: form.email, password: form.password })
    return { kind: 'done', value: signedIn.kind === 'done' ? home(form) : '/sign-in' }
  }
  return <SetUpForm setUp={setUp} onDone={(path) => window.location.assign(path)} />
}

/** In the sandbox the overview comes first: it offers the sample store. */
function home({ isSandbox }: SetUpFields): string {
  return isSandbox ? '/' : '/integration'
}
