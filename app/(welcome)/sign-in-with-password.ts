import { signIn } from 'next-auth/react'
import type { DeedResult } from '#components/deed-result.ts'
import { APP_TEXTS } from '#components/texts/app.ts'

export type Credentials = { email: string; password: string }

/** Signs in; a refusal never says which of the two was wrong. */
export async function signInWithPassword(credentials: Credentials): Promise<DeedResult<null>> {
  const answer = await signIn('credentials', { ...credentials, redirect: false })
  if (answer?.ok === true && answer.error === null) return { kind: 'done', value: null }
  if (answer?.error === 'too-many') return { kind: 'refused', reason: TOO_MANY }
  if (answer?.error === 'CredentialsSignin') return { kind: 'refused', reason: WRONG }
  throw new Error(`sign-in answered ${answer?.status ?? 'nothing'}`)
}

const WRONG = APP_TEXTS.wrongPassword
const TOO_MANY = APP_TEXTS.tooManySignIns
