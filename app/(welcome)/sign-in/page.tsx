import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { safePath } from '#app/safe-path.ts'
import { PAGE_TITLES } from '#components/texts/app.ts'
import { getViewer } from '#lib/auth.ts'
import { isSetupNeeded } from '#lib/services/is-setup-needed.ts'
import { SignInPanel } from './sign-in-panel.tsx'

export const metadata: Metadata = { title: PAGE_TITLES.signIn }

type SignInPageProps = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next } = await searchParams
  const path = safePath(next)
  if ((await getViewer()) !== null) redirect(path)
  if (await isSetupNeeded()) redirect('/set-up')
  return <SignInPanel nextPath={path} />
}
