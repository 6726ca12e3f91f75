import { DELIVERY_CHALLENGE } from '#lib/http.ts'
import type { Route } from '#lib/route-table.ts'
import { receiveAffiliates } from '#lib/services/receive-affiliates.ts'
import { receiveWebhook } from '#lib/services/receive-webhook.ts'

/** What is delivered to a merchant's address, mounted on the front: an event should not cost a route of the web app. */
export const deliveryRoutes: readonly Route[] = [
  deliveryRoute('/api/webhooks/ultracart/{merchantId}', receiveWebhook),
  deliveryRoute('/api/affiliates/{merchantId}', receiveAffiliates),
]

function deliveryRoute(path: string, receive: typeof receiveWebhook): Route {
  return {
    method: 'POST',
    path,
    challenge: DELIVERY_CHALLENGE,
    answer: async ({ params, header, body }) =>
      Response.json(
        await receive({
          merchantId: params.merchantId ?? '',
          authorization: header('authorization'),
          contentType: header('content-type'),
          body,
        }),
      ),
  }
}
