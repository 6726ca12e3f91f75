import { TOKEN_CHALLENGE } from '#lib/http.ts'
import type { Route } from '#lib/route-table.ts'
import { collectMetrics } from '#lib/services/collect-metrics.ts'

/** Mounted on the front, since what this process counted stands in its own modules and not in the web app's copies. */
export const metricsRoute: Route = {
  method: 'GET',
  path: '/api/metrics',
  challenge: TOKEN_CHALLENGE,
  answer: async ({ header }) => {
    const { contentType, text } = await collectMetrics(header('authorization'))
    return new Response(text, {
      headers: { 'Content-Type': contentType, 'Cache-Control': 'no-store' },
    })
  },
}
