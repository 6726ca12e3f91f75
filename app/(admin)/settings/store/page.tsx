import type { Metadata } from 'next'
import { StoreSection } from '#components/settings/store-section.tsx'
import { STORE_TEXTS } from '#components/texts/store.ts'
import { requireAccess } from '#lib/auth.ts'
import { canDo } from '#lib/domain/access.ts'
import { getConnection } from '#lib/services/get-connection.ts'
import { save } from './actions.ts'

export const metadata: Metadata = { title: STORE_TEXTS.page }

export default async function StorePage() {
  const access = await requireAccess()
  const { merchantId, merchantName: name, timeZone } = await getConnection(access)
  const canChange = canDo(access.role, 'own')
  return <StoreSection store={{ name, timeZone }} {...{ merchantId, canChange, save }} />
}
