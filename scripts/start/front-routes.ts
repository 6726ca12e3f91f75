import type { Route } from '#lib/route-table.ts'
import { deliveryRoutes } from './delivery-routes.ts'
import { metricsRoute } from './metrics-route.ts'
import { pixelRoute } from './pixel-route.ts'

/** Everything that the front answers itself, before the web app. */
export const frontRoutes: readonly Route[] = [...deliveryRoutes, pixelRoute, metricsRoute]
