import fc from 'fast-check'

/** How UltraCart's account of an order stands at one moment, as far as it matters here. */
export type OrderFacts = {
  /** UltraCart tells a refund by an event of its own. */
  isRefundNotice: boolean
  isPaid: boolean
  refundedCents: number
}

/** What happened to an order, and in which order, how often and how late UltraCart told of it. */
export type OrderStory = {
  totalCents: number
  /** As the deliveries arrive. */
  told: OrderFacts[]
}

export const ORDER_TOTAL_CENTS = 3934

/** Unpaid, paid and refunded more and more; told in any order, some of it twice, some of it never. */
export function anyOrderStory(): fc.Arbitrary<OrderStory> {
  return fc
    .record({
      wasUnpaid: fc.boolean(),
      isPaid: fc.nat({ max: 9 }).map((one) => one > 0),
      refunds: fc.uniqueArray(
        fc.oneof(
          { weight: 3, arbitrary: fc.integer({ min: 1, max: ORDER_TOTAL_CENTS - 1 }) },
          { weight: 1, arbitrary: fc.constant(ORDER_TOTAL_CENTS) },
        ),
        { maxLength: 4 },
      ),
    })
    .map(toHistory)
    .chain((history) =>
      fc.array(fc.constantFrom(...history), { minLength: 1, maxLength: 10 }).map((told) => ({
        totalCents: ORDER_TOTAL_CENTS,
        told,
      })),
    )
}

type Course = { wasUnpaid: boolean; isPaid: boolean; refunds: number[] }

function toHistory({ wasUnpaid, isPaid, refunds }: Course): OrderFacts[] {
  const unpaid = { isRefundNotice: false, isPaid: false, refundedCents: 0 }
  const paid = { ...unpaid, isPaid: true }
  const refunded = refunds
    .toSorted((left, right) => left - right)
    // A replay of all history finds the order refunded without a notice of it.
    .flatMap((refundedCents) => [
      { isRefundNotice: true, isPaid: true, refundedCents },
      { isRefundNotice: false, isPaid: true, refundedCents },
    ])
  const history = [...(wasUnpaid ? [unpaid] : []), ...(isPaid ? [paid, ...refunded] : [])]
  return history.length === 0 ? [unpaid] : history
}

/** What ONTRAPORT must have heard once all of it has come, whatever the order. */
export function whatMustBeHeard(
  { told, totalCents }: OrderStory,
  partialRefunds: 'send' | 'full-only',
): { hasSale: boolean; refundedCents: number } {
  const isPaid = told.some((facts) => facts.isPaid)
  // Refund notices alone bring no sale: the order is older than the connection, or still to come.
  const hasSale = isPaid && told.some((facts) => !facts.isRefundNotice)
  const refundedCents = Math.max(...told.map((facts) => facts.refundedCents))
  const isLeftOut = partialRefunds === 'full-only' && refundedCents < totalCents
  return { hasSale, refundedCents: hasSale && !isLeftOut ? refundedCents : 0 }
}

/** What ONTRAPORT heard of an order, in its order; a refund as its cents. */
export type Heard = 'sale' | number

/** Says what is wrong with what was heard; `null` when it is as the model has it. */
export function judgeHeard(
  heard: readonly Heard[],
  must: { hasSale: boolean; refundedCents: number },
): string | null {
  const [first, ...rest] = heard
  const refunds = rest.filter((message) => message !== 'sale')
  const sum = refunds.reduce((total, cents) => total + cents, 0)
  const account = `heard ${heard.join(', ') || 'nothing'}`
  if (!must.hasSale) return heard.length === 0 ? null : `${account}, and nothing was to be told`
  if (first !== 'sale') return `${account}, and the sale was to come first`
  if (refunds.length !== rest.length) return `${account}, the sale twice`
  if (refunds.some((cents) => cents <= 0)) return `${account}, a refund of nothing`
  return sum === must.refundedCents ? null : `${account}, not ${must.refundedCents} cents refunded`
}
