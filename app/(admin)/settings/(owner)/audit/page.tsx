import { Stack } from '@mantine/core'
import type { Metadata } from 'next'
import type { SearchParams } from 'nuqs/server'
import { loadAuditSearch, toAuditFilter } from '#components/settings/audit-search-params.ts'
import { AuditSection } from '#components/settings/audit-section.tsx'
import { AUDIT_TEXTS } from '#components/texts/audit.ts'
import { requireAccess } from '#lib/auth.ts'
import { listAudit } from '#lib/services/list-audit.ts'

export const metadata: Metadata = { title: AUDIT_TEXTS.title }

const PAGE_SIZE = 50

type AuditPageProps = { searchParams: Promise<SearchParams> }

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const access = await requireAccess()
  const search = await loadAuditSearch(searchParams)
  const page = await listAudit(access, toAuditFilter(search), {
    limit: PAGE_SIZE,
    cursor: search.cursor,
  })
  return (
    <Stack gap="lg">
      <AuditSection page={page} />
    </Stack>
  )
}
