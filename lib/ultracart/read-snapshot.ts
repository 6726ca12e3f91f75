import type { z } from 'zod'
import type { Snapshot } from '#lib/domain/snapshot.ts'
import { autoOrderSchema } from './auto-order-schema.ts'
import { itemSchema } from './item-schema.ts'
import { malformed, placeOf } from './malformed.ts'
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
      return toOrderSnapshot(check(orderSchema, model, path), origin)
    case 'auto-order':
      return toAutoOrderSnapshot(check(autoOrderSchema, model, path), origin)
    case 'item':
      return toItemSnapshot(check(itemSchema, model, path), origin)
  }
}

function check<T>(schema: z.ZodType<T>, model: unknown, path: string): T {
  const checked = schema.safeParse(model)
  if (checked.success) return checked.data
  const [first] = checked.error.issues
  const place = (first?.path ?? []).reduce<string>(placeOf, path)
  throw malformed(place, first?.message ?? 'is not readable', checked.error)
}
