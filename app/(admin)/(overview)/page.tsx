import type { Metadata } from 'next'
import { fillStore } from '#app/(admin)/sandbox/actions.ts'
import { type Overview, OverviewScreen } from '#components/overview/overview-screen.tsx'
import { PAGE_TITLES } from '#components/texts/app.ts'
import { requireAccess } from '#lib/auth.ts'
import { type Access, canDo } from '#lib/domain/access.ts'
import { countProductWarnings } from '#lib/services/count-product-warnings.ts'
import { getConnection } from '#lib/services/get-connection.ts'
import { getRelayHealth } from '#lib/services/get-relay-health.ts'
import { getStorage } from '#lib/services/get-storage.ts'
import { listReasonGroups } from '#lib/services/list-reason-groups.ts'
import { listTransmissions } from '#lib/services/list-transmissions.ts'

export const metadata: Metadata = { title: PAGE_TITLES.overview }

const LATEST_ROWS = 8

export default async function OverviewPage() {
  const access = await requireAccess()
  return (
    <OverviewScreen
      overview={await loadOverview(access)}
      canEdit={canDo(access.role, 'edit')}
      fillSampleStore={fillStore}
    />
  )
}

async function loadOverview(access: Access): Promise<Overview> {
  const first = (limit: number) => ({ limit, cursor: null })
  const connection = await getConnection(access)
  const { isSandbox } = connection
  const [health, reasons, latest, sent, names, storage] = await Promise.all([
    getRelayHealth(access, { isSandbox }),
    listReasonGroups(access, { isSandbox }),
    listTransmissions(access, { isSandbox }, first(LATEST_ROWS)),
    listTransmissions(access, { isSandbox, status: ['sent'] }, first(1)),
    countProductWarnings(access),
    getStorage(access),
  ])
  return {
    connection,
    health,
    reasons,
    latest: latest.transmissions,
    lastSent: sent.transmissions[0] ?? null,
    names,
    storage,
  }
}
