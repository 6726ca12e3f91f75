import type { ReactNode } from 'react'
import { PageHeader } from '#components/page-header.tsx'
import { SettingsNav } from '#components/settings/settings-nav.tsx'
import { SETTINGS_TEXTS } from '#components/texts/settings.ts'
import { requireAccess } from '#lib/auth.ts'

/** The head of every section. Each section has a `loading.tsx` of its own, below what may answer 404. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { role } = await requireAccess()
  return (
    <>
      <PageHeader title={SETTINGS_TEXTS.title} description={SETTINGS_TEXTS.description} />
      <SettingsNav role={role} />
      {children}
    </>
  )
}
