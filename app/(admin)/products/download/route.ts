import { downloadHeaders } from '#app/download-headers.ts'
import { requireAccess } from '#lib/auth.ts'
import { exportProductsCsv } from '#lib/services/export-products-csv.ts'

export const dynamic = 'force-dynamic'

/** The products of the signed-in person's store as a CSV file. */
export async function GET(): Promise<Response> {
  const access = await requireAccess()
  return new Response(exportProductsCsv(access), {
    headers: downloadHeaders('products.csv', 'text/csv; charset=utf-8'),
  })
}
