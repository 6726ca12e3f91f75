import { z } from 'zod'
import { amount } from './amount.ts'
import { complain, flag, instant, integer, number, strictList, text } from './fields.ts'
import { originalOrder } from './order-schema.ts'

const items = strictList({
  original_item_id: text,
  original_quantity: number,
  next_item_id: text,
  frequency: text,
  next_shipment_dts: instant,
  no_order_after_dts: instant,
  arbitrary_unit_cost: amount,
  arbitrary_percentage_discount: number,
})

const fields = z.object({
  auto_order_oid: integer,
  auto_order_code: text,
  original_order_id: text,
  status: text,
  enabled: flag,
  completed: flag,
  credit_card_attempt: integer,
  next_attempt: instant,
  failure_reason: text,
  disabled_dts: instant,
  canceled_dts: instant,
  canceled_by_user: text,
  cancel_reason: text,
  cancel_upgrade: flag,
  cancel_downgrade: flag,
  merged_into_auto_order_oid: text,
  items,
  original_order: originalOrder,
})

/** What is read of UltraCart's `AutoOrder` model (REST v2, 2017-03-01). Without its code, the oid takes the code's place. */
export const autoOrderSchema = fields.transform((order, context) => {
  const code = order.auto_order_code || String(order.auto_order_oid ?? '')
  if (code === '') return complain(context, 'is missing', ['auto_order_code'])
  if (code.length > 100)
    return complain(context, 'is longer than 100 characters', ['auto_order_code'])
  return { ...order, auto_order_code: code }
})

export type UltraCartAutoOrder = z.infer<typeof autoOrderSchema>
export type UltraCartAutoOrderItem = NonNullable<UltraCartAutoOrder['items']>[number]
