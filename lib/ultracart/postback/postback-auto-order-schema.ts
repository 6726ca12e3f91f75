import { z } from 'zod'
import { amount } from '../amount.ts'
import { complain, id, integer, list, number, strictList, text } from '../fields.ts'
import { country, easternTime } from './postback-fields.ts'

/** What is read of UltraCart's auto-order postback. */
export const postbackAutoOrderSchema = z.object({
  auto_order_code: id,
  original_order_id: text,
  status: text.transform((word, context) => (word === '' ? complain(context, 'is missing') : word)),
  firstname: text,
  lastname: text,
  email: text,
  address: text,
  address2: text,
  city: text,
  state: text,
  zip: text,
  company: text,
  country,
  home_phone: text,
  cell_phone: text,
  office_phone: text,
  custom_field_1: text,
  custom_field_2: text,
  custom_field_3: text,
  custom_field_4: text,
  custom_field_5: text,
  custom_field_6: text,
  custom_field_7: text,
  next_attempt: easternTime,
  attempt: integer,
  failure_reason: text,
  cancelled_by: text,
  cancelled_dts: easternTime,
  original_items: strictList({
    item_id: text,
    description: text,
    unit_cost: amount,
    quantity: number,
  }),
  auto_order_items: list({
    original_item_id: text,
    quantity: number,
    frequency_override: text,
    next_shipment: easternTime,
    next_item_id: text,
    no_orders_after: easternTime,
    override_unit_cost: amount,
    percentage_discount: number,
  }),
})

export type PostbackAutoOrder = z.infer<typeof postbackAutoOrderSchema>
