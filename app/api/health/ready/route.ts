import { checkReadiness } from '#lib/services/check-readiness.ts'

export const dynamic = 'force-dynamic'

/** 200 when the product can do its work, else 503 with the parts that are missing: `database`, `migrations` or `worker`. */
export async function GET(): Promise<Response> {
  const missing = await checkReadiness()
  const headers = { 'Cache-Control': 'no-store' }
  return missing.length === 0
    ? Response.json({ status: 'ok' }, { headers })
    : Response.json({ status: 'not-ready', missing }, { status: 503, headers })
}
