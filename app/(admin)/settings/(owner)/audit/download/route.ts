import { downloadHeaders } from '#app/download-headers.ts'
import { loadAuditSearch, toAuditFilter } from '#components/settings/audit-search-params.ts'
import { requireAccess } from '#lib/auth.ts'
import { toResponse } from '#lib/http.ts'
import { exportAudit } from '#lib/services/export-audit.ts'

export const dynamic = 'force-dynamic'

/** `?who=` and `?deed=` as on the page: what they find, as CSV. */
export async function GET(request: Request): Promise<Response> {
  const access = await requireAccess()
  try {
    const body = await exportAudit(access, toAuditFilter(loadAuditSearch(request)))
    const day = new Date().toISOString().slice(0, 10)
    const fileName = `audit-${access.merchantId}-${day}.csv`
    return new Response(body, { headers: downloadHeaders(fileName, 'text/csv; charset=utf-8') })
  } catch (error) {
    return toResponse(error)
  }
}
