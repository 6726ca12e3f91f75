import type { z } from 'zod'
import { malformed, placeOf } from './malformed.ts'

/** Holds a model against its schema; throws `AppError('malformed')` that names the first field at fault below `path`. */
export function checkModel<T>(schema: z.ZodType<T>, model: unknown, path: string): T {
  const checked = schema.safeParse(model)
  if (checked.success) return checked.data
  const [first] = checked.error.issues
  const place = (first?.path ?? []).reduce<string>(placeOf, path)
  throw malformed(place, first?.message ?? 'is not readable', checked.error)
}
