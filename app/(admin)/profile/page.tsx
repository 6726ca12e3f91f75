import type { Metadata } from 'next'
import { ProfileScreen } from '#components/profile/profile-screen.tsx'
import { PROFILE_TEXTS } from '#components/texts/profile.ts'
import { requireAccess, requireViewer } from '#lib/auth.ts'
import { getConnection } from '#lib/services/get-connection.ts'
import { changePassword, save } from './actions.ts'

export const metadata: Metadata = { title: PROFILE_TEXTS.title }

export default async function ProfilePage() {
  const { email, name, timeZone } = await requireViewer()
  const connection = await getConnection(await requireAccess())
  return (
    <ProfileScreen
      email={email}
      profile={{ name, timeZone }}
      storeZone={connection.timeZone}
      deeds={{ save, changePassword }}
    />
  )
}
