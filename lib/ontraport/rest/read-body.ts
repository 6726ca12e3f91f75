import { z } from 'zod'
import { parseJson } from './parse-json.ts'

const idSchema = z.union([z.string(), z.number()]).transform(String)

const bodySchema = z.looseObject({ code: z.coerce.number(), data: z.unknown() })

const rowSchema = z.looseObject({
  id: idSchema,
  name: z.string().optional(),
  status: idSchema.nullish(),
  external_order_id: idSchema.nullish(),
})

/** A record that a list answered. */
export type ApiRow = z.infer<typeof rowSchema>

const madeSchema = z
  .object({ id: idSchema.optional(), invoice_id: idSchema.optional() })
  .transform(({ id, invoice_id }) => invoice_id ?? id)

/** An existing contact's id stands elsewhere than that of one just made. */
const updatedSchema = z.object({ attrs: z.object({ id: idSchema }) })

/** The envelope of a success (`code` 0); `null` for anything else. */
export function readBody(text: string): { data: unknown } | null {
  const parsed = bodySchema.safeParse(parseJson(text))
  return parsed.success && parsed.data.code === 0 ? { data: parsed.data.data } : null
}

/** The id of what was found or made. */
export function readId(data: unknown): string | null {
  const updated = updatedSchema.safeParse(data)
  if (updated.success) return updated.data.attrs.id
  return madeSchema.safeParse(data).data ?? null
}

export function readRows(data: unknown): ApiRow[] {
  return z.array(rowSchema).safeParse(data).data ?? []
}
