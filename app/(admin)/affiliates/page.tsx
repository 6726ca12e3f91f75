import type { Metadata } from 'next'
import type { SearchParams } from 'nuqs/server'
import { loadAffiliateSearch } from '#components/affiliates/affiliate-search-params.ts'
import { AffiliatesScreen } from '#components/affiliates/affiliates-screen.tsx'
import { PAGE_TITLES } from '#components/texts/app.ts'
import { requireAccess } from '#lib/auth.ts'
import { canDo } from '#lib/domain/access.ts'
import { affiliatesUrl } from '#lib/env.ts'
import { getConnection } from '#lib/services/get-connection.ts'
import { listAffiliates } from '#lib/services/list-affiliates.ts'
import { importList, previewList } from './actions.ts'

export const metadata: Metadata = { title: PAGE_TITLES.affiliates }

const PAGE_SIZE = 50

type AffiliatesPageProps = { searchParams: Promise<SearchParams> }

export default async function AffiliatesPage({ searchParams }: AffiliatesPageProps) {
  const access = await requireAccess()
  const { q, cursor } = await loadAffiliateSearch(searchParams)
  const [page, { webhookUser }] = await Promise.all([
    listAffiliates(access, { search: q ?? '', limit: PAGE_SIZE, cursor }),
    getConnection(access),
  ])
  return (
    <AffiliatesScreen
      page={page}
      intake={{ url: affiliatesUrl(access.merchantId), user: webhookUser }}
      canEdit={canDo(access.role, 'edit')}
      deeds={{ previewList, importList }}
    />
  )
}
