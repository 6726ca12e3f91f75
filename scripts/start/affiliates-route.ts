import type { Route } from '#lib/route-table.ts'
import { receiveAffiliates } from '#lib/services/receive-affiliates.ts'

/** Affiliates from a sign-up form or a script, mounted on the front like the webhooks. */
export const affiliatesRoute: Route = {
  method: 'POST',
  path: '/api/affiliates/{merchantId}',
  answer: async ({ params, header, body }) =>
    Response.json(
      await receiveAffiliates({
        merchantId: params.merchantId ?? '',
        authorization: header('authorization'),
        contentType: header('content-type'),
        body,
      }),
    ),
}
