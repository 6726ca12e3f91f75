import { once } from 'node:events'
import { appUrl, env } from '#lib/env.ts'
import { createHttpFront } from '#lib/http-front.ts'
import { toPortError } from './find-port.ts'
import { metricsRoute } from './metrics-route.ts'

/** Lets Prometheus ask a worker without web, on METRICS_PORT; gives the way to end it. */
export async function serveMetrics(port: number): Promise<() => Promise<void>> {
  const front = createHttpFront({
    routes: [metricsRoute],
    fallback: async (_request, response) => void response.writeHead(404).end(),
    publicUrl: appUrl(),
  })
  front.server.listen(port, env.HOST)
  await once(front.server, 'listening').catch((error: Error) => {
    throw toPortError(error, env.HOST, port, 'METRICS_PORT')
  })
  return () => front.close(AbortSignal.abort())
}
