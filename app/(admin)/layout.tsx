import type { ReactNode } from 'react'
import { PausedBanner } from '#components/shell/paused-banner.tsx'
import { TimeZoneProvider } from '#components/time/time-zone.tsx'
import { requireAccess, requireViewer } from '#lib/auth.ts'
import { canDo } from '#lib/domain/access.ts'
import { getConnection } from '#lib/services/get-connection.ts'
import { chooseMerchant } from './actions.ts'
import { SignedInShell } from './signed-in-shell.tsx'

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { email, memberships } = await requireViewer()
  const access = await requireAccess()
  const connection = await getConnection(access)
  const { merchantName, pausedAt, timeZone, waitingCount } = connection
  const canEdit = canDo(access.role, 'edit')
  return (
    <TimeZoneProvider timeZone={timeZone}>
      <SignedInShell
        email={email}
        merchants={memberships}
        current={{ merchantId: access.merchantId, merchantName, role: access.role }}
        chooseMerchant={chooseMerchant}
        banner={
          pausedAt === null ? null : <PausedBanner waitingCount={waitingCount} canEdit={canEdit} />
        }
      >
        {children}
      </SignedInShell>
    </TimeZoneProvider>
  )
}
