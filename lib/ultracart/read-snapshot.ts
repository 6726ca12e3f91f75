import type { Snapshot } from '#lib/domain/snapshot.ts'
import { affiliateSchema } from './affiliates/affiliate-schema.ts'
import { toAffiliateSnapshot } from './affiliates/to-affiliate-snapshot.ts'
import { autoOrderSchema } from './auto-order-schema.ts'
import { checkModel } from './check-model.ts'
import { itemSchema } from './item-schema.ts'
import { orderSchema } from './order-schema.ts'
import type { Origin } from './origin.ts'
import { toAutoOrderSnapshot } from './to-auto-order-snapshot.ts'
import { toItemSnapshot } from './to-item-snapshot.ts'
import { toOrderSnapshot } from './to-order-snapshot.ts'

/** Reads one model into its snapshot; throws `AppError('malformed')` that names the first field at fault below `path`. */
export function readSnapshot(
  kind: Snapshot['kind'],
  model: unknown,
  { path, ...origin }: Origin & { path: string },
): Snapshot {
  switch (kind) {
    case 'order':
      return toOrderSnapshot(checkModel(orderSchema, model, path), origin)
    case 'auto-order':
      return toAutoOrderSnapshot(checkModel(autoOrderSchema, model, path), origin)
    case 'item':
      return toItemSnapshot(checkModel(itemSchema, model, path), origin)
    case 'affiliate':
      return toAffiliateSnapshot(checkModel(affiliateSchema, model, path), origin)
  }
}
