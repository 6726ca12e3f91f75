import { autoOrderWord } from './auto-order-word.ts'
import type { Change, Detection, KnownAutoOrder, Standing } from './known-state.ts'
import { mergeAutoOrder } from './merge-auto-order.ts'
import type { RelayPolicy } from './relay-policy.ts'
import type { AutoOrderSnapshot } from './snapshot.ts'
import type { Reason } from './transmission.ts'

/** A status is told only when its word changes; a status without a word is noted once, with the reason. */
export function detectAutoOrderChanges(
  known: KnownAutoOrder,
  incoming: AutoOrderSnapshot,
  policy: RelayPolicy,
): Detection<KnownAutoOrder> {
  const snapshot = mergeAutoOrder(known.snapshot, incoming)
  const verdict = autoOrderWord(snapshot, policy.rules)
  if (verdict.kind === 'silent')
    return noteSilence({ ...known, snapshot }, snapshot, verdict.reason)
  if (verdict.word === known.word) return { known: { ...known, snapshot }, changes: [] }
  const position = known.lastPosition + 1
  const change: Change = {
    kind: 'add',
    position,
    event: { kind: 'auto-order-status-changed', autoOrder: snapshot, word: verdict.word },
    standing: standingBy(policy),
  }
  return {
    known: { ...known, snapshot, lastPosition: position, word: verdict.word, silentReason: null },
    changes: [change],
  }
}

function noteSilence(
  known: KnownAutoOrder,
  autoOrder: AutoOrderSnapshot,
  reason: Reason,
): Detection<KnownAutoOrder> {
  if (known.silentReason === reason.text) return { known, changes: [] }
  const position = known.lastPosition + 1
  const change: Change = {
    kind: 'add',
    position,
    event: { kind: 'auto-order-status-changed', autoOrder, word: null },
    standing: { status: 'skipped', reason },
  }
  return {
    known: { ...known, lastPosition: position, silentReason: reason.text },
    changes: [change],
  }
}

function standingBy({ method }: RelayPolicy): Standing {
  if (method === 'api') return { status: 'queued' }
  return {
    status: 'skipped',
    reason: {
      code: 'pixel-method',
      text: 'Partner Tracking Pixel method: auto-order changes are not told to ONTRAPORT',
    },
  }
}
