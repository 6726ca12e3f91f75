import type { Route } from '#lib/route-table.ts'
import { receiveWebhook } from '#lib/services/receive-webhook.ts'

/** UltraCart's webhooks, mounted on the front: an event should not cost a route of the web app. */
export const webhookRoute: Route = {
  method: 'POST',
  path: '/api/webhooks/ultracart/{merchantId}',
  answer: async ({ params, header, body }) =>
    Response.json(
      await receiveWebhook({
        merchantId: params.merchantId ?? '',
        authorization: header('authorization'),
        contentType: header('content-type'),
        body,
      }),
    ),
}
