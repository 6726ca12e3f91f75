import { downloadHeaders } from '#app/download-headers.ts'
import { requireAccess } from '#lib/auth.ts'
import { LOG_FORMATS } from '#lib/domain/log-format.ts'
import { AppError } from '#lib/errors.ts'
import { toResponse } from '#lib/http.ts'
import { exportLog } from '#lib/services/export-log.ts'
import { readLogFilter } from '../read-log-filter.ts'

export const dynamic = 'force-dynamic'

/** `?format=csv|jsonl|xml` and the filters of the log: what they find, as a file. */
export async function GET(request: Request): Promise<Response> {
  const access = await requireAccess()
  try {
    const asked = new URL(request.url).searchParams.get('format')
    const format = LOG_FORMATS.find((known) => known === asked)
    if (format === undefined) throw new AppError('malformed', 'format takes csv, jsonl or xml.')
    const filter = await readLogFilter(access, request)
    const { contentType, body } = await exportLog(access, filter, format)
    const day = new Date().toISOString().slice(0, 10)
    const fileName = `log-${access.merchantId}-${day}.${format}`
    return new Response(body, { headers: downloadHeaders(fileName, contentType) })
  } catch (error) {
    return toResponse(error)
  }
}
