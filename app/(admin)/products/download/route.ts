import { requireAccess } from '#lib/auth.ts'
import { exportProductsCsv } from '#lib/services/export-products-csv.ts'

export const dynamic = 'force-dynamic'

/** The products of the signed-in person's store as a CSV file. */
export async function GET(): Promise<Response> {
  const access = await requireAccess()
  return new Response(exportProductsCsv(access), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="products.csv"',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}
