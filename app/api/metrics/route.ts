import { TOKEN_CHALLENGE, toResponse } from '#lib/http.ts'
import { collectMetrics } from '#lib/services/collect-metrics.ts'

export const dynamic = 'force-dynamic'

/** Prometheus's text format; by METRICS_TOKEN where one is set. */
export async function GET(request: Request): Promise<Response> {
  try {
    const { contentType, text } = await collectMetrics(request.headers.get('authorization'))
    return new Response(text, {
      headers: { 'Content-Type': contentType, 'Cache-Control': 'no-store' },
    })
  } catch (error) {
    return toResponse(error, TOKEN_CHALLENGE)
  }
}
