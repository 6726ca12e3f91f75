import { Stack } from '@mantine/core'
import type { Metadata } from 'next'
import { EraseSection } from '#components/settings/erase-section.tsx'
import { RetentionSection } from '#components/settings/retention-section.tsx'
import { KEEPING_TEXTS } from '#components/texts/keeping.ts'
import { requireAccess } from '#lib/auth.ts'
import { canDo } from '#lib/domain/access.ts'
import { getRetention } from '#lib/services/get-retention.ts'
import { getStorage } from '#lib/services/get-storage.ts'
import { erase, look, save } from './actions.ts'

export const metadata: Metadata = { title: KEEPING_TEXTS.page }

export default async function KeepingPage() {
  const access = await requireAccess()
  const [retention, storage] = await Promise.all([getRetention(access), getStorage(access)])
  const isOwner = canDo(access.role, 'own')
  return (
    <Stack gap="lg">
      <RetentionSection retention={retention} storage={storage} canChange={isOwner} save={save} />
      {isOwner && <EraseSection deeds={{ look, erase }} />}
    </Stack>
  )
}
