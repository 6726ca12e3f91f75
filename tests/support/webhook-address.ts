import { once } from 'node:events'
import { createHttpFront } from '#lib/http-front.ts'
import { deliveryRoutes } from '../../scripts/start/delivery-routes.ts'

export type WebhookAddress = { url: string; close: () => Promise<void> }

/** The product's own front on a port of its own, with the routes of deliveries alone. */
export async function serveWebhooks(merchantId: string): Promise<WebhookAddress> {
  const front = createHttpFront({
    routes: deliveryRoutes,
    fallback: async (_request, response) => void response.writeHead(404).end(),
    publicUrl: 'http://127.0.0.1',
  })
  front.server.listen(0, '127.0.0.1')
  await once(front.server, 'listening')
  const address = front.server.address()
  if (address === null || typeof address === 'string') throw new Error('The port is not known.')
  return {
    url: `http://127.0.0.1:${address.port}/api/webhooks/ultracart/${merchantId}`,
    close: () => front.close(AbortSignal.abort()),
  }
}
