import type { ReactNode } from 'react'
import { SandboxBanner } from '#components/sandbox/sandbox-banner.tsx'
import { PausedBanner } from '#components/shell/paused-banner.tsx'
import { RestoredBanner } from '#components/shell/restored-banner.tsx'
import { SilentBanner } from '#components/shell/silent-banner.tsx'
import { TimeZoneProvider } from '#components/time/time-zone.tsx'
import { requireAccess, requireViewer } from '#lib/auth.ts'
import { canDo } from '#lib/domain/access.ts'
import type { ConnectionView } from '#lib/domain/connection.ts'
import { getConnection } from '#lib/services/get-connection.ts'
import { chooseMerchant, tryNow } from './actions.ts'
import { SignedInShell } from './signed-in-shell.tsx'

/**
 * The frame of every page. Its pages have a `loading.tsx` each and not one
 * together here: beneath it, a page that must answer 404 could only answer 200.
 */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { email, name, timeZone, memberships } = await requireViewer()
  const access = await requireAccess()
  const connection = await getConnection(access)
  const { merchantName } = connection
  const canEdit = canDo(access.role, 'edit')
  return (
    <TimeZoneProvider timeZone={timeZone ?? connection.timeZone}>
      <SignedInShell
        person={{ email, name }}
        merchants={memberships}
        current={{ merchantId: access.merchantId, merchantName, role: access.role }}
        chooseMerchant={chooseMerchant}
        banner={bannerOf(connection, canEdit)}
      >
        {children}
      </SignedInShell>
    </TimeZoneProvider>
  )
}

function bannerOf(connection: ConnectionView, canEdit: boolean): ReactNode {
  const { isSandbox, pausedAt, restoredFrom, waitingCount, silence } = connection
  if (isSandbox) return <SandboxBanner isPaused={pausedAt !== null} />
  if (restoredFrom !== null) return <RestoredBanner {...{ restoredFrom, waitingCount, canEdit }} />
  if (pausedAt !== null) return <PausedBanner {...{ pausedAt, waitingCount, canEdit }} />
  if (silence === null) return null
  return <SilentBanner {...{ silence, waitingCount, canEdit, tryNow }} />
}
