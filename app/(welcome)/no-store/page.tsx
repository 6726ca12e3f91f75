import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { JOIN_TEXTS } from '#components/texts/join.ts'
import { requireViewer } from '#lib/auth.ts'
import { NoStorePanel } from './no-store-panel.tsx'

export const metadata: Metadata = { title: JOIN_TEXTS.noStore.page }

export default async function NoStorePage() {
  const { email, memberships } = await requireViewer()
  if (memberships.length > 0) redirect('/')
  return <NoStorePanel email={email} />
}
