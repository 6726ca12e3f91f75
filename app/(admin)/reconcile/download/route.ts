import { downloadHeaders } from '#app/download-headers.ts'
import { requireAccess } from '#lib/auth.ts'
import { toResponse } from '#lib/http.ts'
import { exportReconciliation } from '#lib/services/export-reconciliation.ts'
import { readReconcileSearch } from '../read-reconcile-search.ts'

export const dynamic = 'force-dynamic'

/** The orders of the period that the address asks for, as CSV. */
export async function GET(request: Request): Promise<Response> {
  const access = await requireAccess()
  try {
    const { search, days, period } = await readReconcileSearch(access, request)
    const { show, currency } = search
    const body = await exportReconciliation(access, { ...period, show, currency })
    const fileName = `reconcile-${access.merchantId}-${days.first}-to-${days.last}.csv`
    return new Response(body, { headers: downloadHeaders(fileName, 'text/csv; charset=utf-8') })
  } catch (error) {
    return toResponse(error)
  }
}
