import { judgeSale } from './judge-sale.ts'
import type { PixelForm } from './pixel.ts'
import type { RelayRules } from './relay-rules.ts'
import type { OrderSnapshot } from './snapshot.ts'
import type { Reason } from './transmission.ts'

const OLDEST_HOURS = 24

/**
 * Why the receipt of a proven order tells ONTRAPORT nothing; `null` when it
 * tells. The rules are those of a sale, save that a part missing from
 * UltraCart's webhook does not hold it up: a receipt is shown only once.
 */
export function judgePixel(
  order: OrderSnapshot,
  { form, rules, now }: { form: PixelForm; rules: RelayRules; now: Date },
): Reason | null {
  if (isOld(order, now))
    return {
      code: 'pixel-order-too-old',
      text: `The receipt was opened more than ${OLDEST_HOURS} hours after the order was placed`,
    }
  const judgement = judgeSale(order, rules)
  if (judgement.kind === 'due' || judgement.reason.code === 'missing-expansion') return null
  // The partner can be named before the money has moved.
  return judgement.kind === 'held' && form === 'attribution' ? null : judgement.reason
}

function isOld({ createdAt }: OrderSnapshot, now: Date): boolean {
  return createdAt !== null && now.getTime() - Date.parse(createdAt) > OLDEST_HOURS * 3_600_000
}
