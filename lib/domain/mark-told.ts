import type { KnownState } from './known-state.ts'

/** What a stream knows once a person sent the transmission at this position: a sale, refund or joining counts as told. */
export function markTold(known: KnownState, position: number): KnownState {
  if (known.kind === 'auto-order') return known
  const told = <Telling extends { position: number }>(telling: Telling): Telling =>
    telling.position === position ? { ...telling, standing: 'told', reason: null } : telling
  if (known.kind === 'affiliate')
    return { ...known, joining: known.joining === null ? null : told(known.joining) }
  return {
    ...known,
    sale: known.sale === null ? null : told(known.sale),
    refunds: known.refunds.map(told),
  }
}
