import { redirect } from 'next/navigation'
import { requireAccess } from '#lib/auth.ts'

/** Leads to the first section, which every member may see. */
export default async function SettingsPage() {
  await requireAccess()
  redirect('/settings/members')
}
