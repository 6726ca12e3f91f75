import type { KnownState, KnownTelling } from './known-state.ts'
import type { Reason } from './transmission.ts'

/** Why nothing of an erased order goes out any more. */
export const ERASED: Reason = { code: 'erased', text: 'Erased on request; it is not sent any more' }

/**
 * What a stream remembers once its person is erased: what was told, so that
 * nothing is told twice, and nothing of whom. What was not told never will be.
 */
export function forgetPerson(known: KnownState): KnownState {
  switch (known.kind) {
    case 'order':
      return {
        ...known,
        snapshot: null,
        sale: known.sale === null ? null : withoutDuty(known.sale),
        refunds: known.refunds.map(withoutDuty),
      }
    case 'affiliate':
      return {
        ...known,
        snapshot: null,
        joining: known.joining === null ? null : withoutDuty(known.joining),
      }
    case 'auto-order':
      return { ...known, snapshot: null }
  }
}

function withoutDuty<Telling extends KnownTelling>(telling: Telling): Telling {
  return telling.standing === 'told' ? telling : { ...telling, standing: 'skipped', reason: ERASED }
}
