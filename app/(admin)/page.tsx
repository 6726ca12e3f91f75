import type { Metadata } from 'next'
import { type Overview, OverviewScreen } from '#components/overview/overview-screen.tsx'
import { requireAccess } from '#lib/auth.ts'
import type { Access } from '#lib/domain/access.ts'
import { getConnection } from '#lib/services/get-connection.ts'
import { listProducts } from '#lib/services/list-products.ts'
import { listTransmissions } from '#lib/services/list-transmissions.ts'

export const metadata: Metadata = { title: 'Overview' }

const LATEST_ROWS = 8
const MOST_COUNTED = 100

export default async function OverviewPage() {
  return <OverviewScreen overview={await loadOverview(await requireAccess())} />
}

async function loadOverview(access: Access): Promise<Overview> {
  const first = (limit: number) => ({ limit, cursor: null })
  const [connection, attention, latest, sent, { products }] = await Promise.all([
    getConnection(access),
    listTransmissions(access, { status: ['failed', 'unconfirmed'] }, first(MOST_COUNTED)),
    listTransmissions(access, {}, first(LATEST_ROWS)),
    listTransmissions(access, { status: ['sent'] }, first(1)),
    listProducts(access, { ...first(1), search: '' }),
  ])
  return {
    connection,
    attention,
    latest: latest.transmissions,
    lastSent: sent.transmissions[0] ?? null,
    hasNames: products.some(({ mappedName }) => mappedName !== null),
  }
}
