import { z } from 'zod'

// ONTRAPORT's documented API ("API documentation", api.ontraport.com/doc): JSON
// calls under https://api.ontraport.com/1/ with the headers Api-Appid and
// Api-Key, 180 a minute for an account, no key for idempotency. A message is a
// plan of calls: it is written down once, every try repeats it, and what the
// calls found or made is kept beside it, so that a try goes on where another
// was cut off.

const lineSchema = z.object({ name: z.string(), quantity: z.number(), price: z.number() })

const contactSchema = z.record(z.string(), z.string())

const saleSchema = z.object({
  kind: z.literal('sale'),
  orderId: z.string(),
  contact: contactSchema,
  /** Unix time in milliseconds. */
  placedAt: z.number(),
  lines: z.array(lineSchema),
  partner: z.string().nullable(),
  createProducts: z.boolean(),
  /** How the lines hold shipping and tax; plans from before had no word of it. */
  shippingAndTax: z.enum(['leave-out', 'own-line', 'in-price']).default('leave-out'),
  addTags: z.array(z.string()),
  removeTags: z.array(z.string()),
})

const refundSchema = z.object({
  kind: z.literal('refund'),
  orderId: z.string(),
  how: z.enum(['refund', 'void']),
})

/** A contact with fields and tags: an auto order's word, an affiliate, a part of an order refunded. */
const contactPlanSchema = z.object({
  kind: z.literal('contact'),
  contact: contactSchema,
  addTags: z.array(z.string()),
  removeTags: z.array(z.string()),
})

const planSchema = z.discriminatedUnion('kind', [saleSchema, refundSchema, contactPlanSchema])

export type SalePlan = z.infer<typeof saleSchema>
export type RefundPlan = z.infer<typeof refundSchema>
export type ContactPlan = z.infer<typeof contactPlanSchema>
export type Plan = z.infer<typeof planSchema>

export const REST_DIALECT = 'ontraport-rest-1'

export function writePlan(plan: Plan): string {
  return JSON.stringify(plan, null, 2)
}

/** A plan as `writePlan` wrote it; anything else is thrown. */
export function readPlan(text: string): Plan {
  return planSchema.parse(JSON.parse(text))
}
