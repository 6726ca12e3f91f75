import type { Metadata } from 'next'
import { PAGE_TITLES } from '#components/texts/app.ts'
import { SetUpNotice } from '#components/welcome/set-up-notice.tsx'
import { isSetupNeeded } from '#lib/services/is-setup-needed.ts'
import { completeSetUp } from './actions.ts'
import { SetUpPanel } from './set-up-panel.tsx'

export const metadata: Metadata = { title: PAGE_TITLES.setUp }

type SetUpPageProps = { searchParams: Promise<{ token?: string | string[] }> }

export default async function SetUpPage({ searchParams }: SetUpPageProps) {
  const { token } = await searchParams
  if (!(await isSetupNeeded())) return <SetUpNotice kind="done" />
  if (typeof token !== 'string' || token === '') return <SetUpNotice kind="link-needed" />
  return <SetUpPanel token={token} completeSetUp={completeSetUp} />
}
