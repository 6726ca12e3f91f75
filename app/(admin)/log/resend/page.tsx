import type { Metadata } from 'next'
import type { SearchParams } from 'nuqs/server'
import { BulkResendScreen } from '#components/bulk-resend/bulk-resend-screen.tsx'
import { PAGE_TITLES } from '#components/texts/app.ts'
import { requireAccess } from '#lib/auth.ts'
import { canDo } from '#lib/domain/access.ts'
import { getBulkResend } from '#lib/services/get-bulk-resend.ts'
import { previewBulkResend } from '#lib/services/preview-bulk-resend.ts'
import { readLogFilter } from '../read-log-filter.ts'
import { writeQuery } from '../write-query.ts'
import { start, steer } from './actions.ts'

export const metadata: Metadata = { title: PAGE_TITLES.sendManyAgain }

export default async function BulkResendPage(props: { searchParams: Promise<SearchParams> }) {
  const access = await requireAccess()
  const canEdit = canDo(access.role, 'edit')
  const searchParams = await props.searchParams
  const run = await getBulkResend(access)
  const isOver = run === null || run.state === 'done' || run.state === 'cancelled'
  const preview =
    isOver && canEdit
      ? await previewBulkResend(access, await readLogFilter(access, searchParams))
      : null
  return (
    <BulkResendScreen
      preview={preview}
      run={run}
      query={writeQuery(searchParams)}
      canEdit={canEdit}
      start={start}
      steer={steer}
    />
  )
}
