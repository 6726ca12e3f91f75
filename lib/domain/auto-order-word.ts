import type { RelayRules } from './relay-rules.ts'
import type { AutoOrderSnapshot } from './snapshot.ts'
import type { AutoOrderWord } from './store-event.ts'
import type { Reason } from './transmission.ts'

export type WordVerdict = { kind: 'word'; word: AutoOrderWord } | { kind: 'silent'; reason: Reason }

/**
 * The word ONTRAPORT hears for an auto order as it stands now, or the reason
 * why it hears none. The conditions are checked from the strongest downwards:
 * a cancelled auto order may still carry the marks of an earlier decline.
 */
export function autoOrderWord(autoOrder: AutoOrderSnapshot, rules: RelayRules): WordVerdict {
  const status = autoOrder.status.toLowerCase()
  if (status === 'canceled' || status === 'cancelled' || autoOrder.cancelledAt !== null)
    return { kind: 'word', word: cancelledWord(autoOrder, rules) }
  if (
    status === 'disabled' ||
    autoOrder.disabledAt !== null ||
    autoOrder.eventName === 'auto_order_disable'
  )
    return { kind: 'word', word: 'terminated' }
  if (status === 'merged') return follow(rules.mergedAutoOrders, mergedReason(autoOrder))
  if (autoOrder.isCompleted) return follow(rules.completedAutoOrders, COMPLETED)
  if (status !== 'active' && status !== '' && autoOrder.isEnabled !== true)
    return { kind: 'silent', reason: unknownReason(autoOrder) }
  // The failure text can outlive the recovery, the counter cannot.
  if (autoOrder.failedAttemptCount > 0 || autoOrder.eventName === 'auto_order_decline')
    return { kind: 'word', word: 'card declined' }
  return { kind: 'word', word: 'active' }
}

function cancelledWord(autoOrder: AutoOrderSnapshot, rules: RelayRules): AutoOrderWord {
  if (autoOrder.isCancelledForUpgrade) return 'cancelled upgrade'
  return autoOrder.isCancelledForDowngrade ? rules.downgradeWord : 'cancelled'
}

function follow(rule: AutoOrderWord | 'silent', reason: Reason): WordVerdict {
  return rule === 'silent' ? { kind: 'silent', reason } : { kind: 'word', word: rule }
}

const COMPLETED: Reason = {
  code: 'auto-order-completed',
  text: 'Run to its planned end; the relay rules say nothing of that',
}

function mergedReason({ mergedInto }: AutoOrderSnapshot): Reason {
  const into = mergedInto === '' ? 'another auto order' : `auto order ${mergedInto}`
  return {
    code: 'auto-order-merged',
    text: `Merged into ${into}, which goes on telling its status`,
  }
}

function unknownReason({ status }: AutoOrderSnapshot): Reason {
  return {
    code: 'unknown-status',
    text: `UltraCart says "${status}", a status that has no ONTRAPORT word`,
  }
}
