import { toResponse } from '#lib/http.ts'
import { collectMetrics } from '#lib/services/collect-metrics.ts'

export const dynamic = 'force-dynamic'

/** Prometheus's text format. */
export async function GET(): Promise<Response> {
  try {
    const { contentType, text } = await collectMetrics()
    return new Response(text, {
      headers: { 'Content-Type': contentType, 'Cache-Control': 'no-store' },
    })
  } catch (error) {
    return toResponse(error)
  }
}
