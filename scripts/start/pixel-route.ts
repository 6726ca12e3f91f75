import type { Route } from '#lib/route-table.ts'
import { renderPixel } from '#lib/services/render-pixel.ts'

/** The image of a receipt, mounted on the front: a burst of buyers should not wait for the web app. */
export const pixelRoute: Route = {
  method: 'GET',
  path: '/api/pixel/{merchantId}',
  answer: ({ method, params, query, address }) =>
    renderPixel({
      merchantId: params.merchantId ?? '',
      query,
      address,
      isHead: method === 'HEAD',
    }),
}
