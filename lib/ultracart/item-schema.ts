import { z } from 'zod'
import { amount } from './amount.ts'
import { currencyCode, flag, id, instant, list, part, text } from './fields.ts'

const namedValues = list({ name: text, value: text })

/** What is read of UltraCart's `Item` model (REST v2, 2017-03-01). */
export const itemSchema = z.object({
  merchant_item_id: id,
  description: text,
  inactive: flag,
  kit: flag,
  kit_component_only: flag,
  last_modified_dts: instant,
  pricing: part({
    cost: amount,
    currency_code: currencyCode,
    sale_cost: amount,
    sale_start: instant,
    sale_end: instant,
  }),
  auto_order: part({ auto_orderable: flag }),
  content: part({ attributes: namedValues }),
  properties: namedValues,
})

export type UltraCartItem = z.infer<typeof itemSchema>
