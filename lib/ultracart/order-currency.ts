import type { Amount } from './amount.ts'
import type { UltraCartOriginalOrder } from './order-schema.ts'

type Priced = Pick<UltraCartOriginalOrder, 'summary' | 'items' | 'payment' | 'currency_code'>

/**
 * The currency that an order's amounts are in: the merchant's own, as the
 * amounts name it. The order's own code comes last, since UltraCart sets it
 * only where the buyer saw another currency.
 */
export function orderCurrency(order: Priced): string {
  const named = [...amountsOf(order)].find(
    (amount) => amount !== null && amount.currencyCode !== '',
  )
  return named?.currencyCode || order.currency_code || 'USD'
}

/** The total first, then everything else that may name the currency. */
function* amountsOf({ summary, items, payment }: Priced): Generator<Amount | null> {
  if (summary !== null) yield* [summary.total, ...Object.values(summary)]
  for (const item of items ?? []) {
    yield* [item.cost, item.unit_cost_with_discount, item.total_cost_with_discount]
    yield* [item.discount, item.total_refunded]
    for (const option of item.options ?? []) yield option.cost_change
  }
  yield payment?.surcharge ?? null
}
