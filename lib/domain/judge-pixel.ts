import { judgeSale, type SaleJudgement } from './judge-sale.ts'
import type { PixelForm } from './pixel.ts'
import type { RelayRules } from './relay-rules.ts'
import type { OrderSnapshot } from './snapshot.ts'

const OLDEST_HOURS = 24

/**
 * Whether the receipt of a proven order tells ONTRAPORT. The rules are those of
 * a sale, save that a part missing from UltraCart's webhook does not hold it
 * up, since a receipt is shown only once, and that an old one tells nothing.
 */
export function judgePixel(
  order: OrderSnapshot,
  { form, rules, now }: { form: PixelForm; rules: RelayRules; now: Date },
): SaleJudgement {
  if (isOld(order, now))
    return {
      kind: 'skipped',
      reason: {
        code: 'pixel-order-too-old',
        text: `The receipt was opened more than ${OLDEST_HOURS} hours after the order was placed`,
      },
    }
  const judgement = judgeSale(order, rules)
  if (judgement.kind !== 'held') return judgement
  // The partner can be named before the money has moved.
  return form === 'attribution' || judgement.reason.code === 'missing-expansion'
    ? { kind: 'due' }
    : judgement
}

function isOld({ createdAt }: OrderSnapshot, now: Date): boolean {
  return createdAt !== null && now.getTime() - Date.parse(createdAt) > OLDEST_HOURS * 3_600_000
}
