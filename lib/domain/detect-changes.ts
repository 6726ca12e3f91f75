import { detectAutoOrderChanges } from './detect-auto-order-changes.ts'
import { detectOrderChanges } from './detect-order-changes.ts'
import {
  type Detection,
  type KnownState,
  NOTHING_KNOWN_OF_AUTO_ORDER,
  NOTHING_KNOWN_OF_ORDER,
} from './known-state.ts'
import type { RelayPolicy } from './relay-policy.ts'
import type { AutoOrderSnapshot, OrderSnapshot } from './snapshot.ts'
import type { StreamKey } from './transmission.ts'

/** Snapshots that have a stream: something about them may have to be told. */
export type StreamSnapshot = OrderSnapshot | AutoOrderSnapshot

/**
 * Compares a snapshot with what its stream was told and returns what is new.
 * Duplicates, late arrivals, pay-later orders, partial refunds and replays of
 * all history are this one rule.
 */
export function detectChanges(
  known: KnownState | null,
  snapshot: StreamSnapshot,
  policy: RelayPolicy,
): Detection<KnownState> {
  if (snapshot.kind === 'order')
    return detectOrderChanges(
      known?.kind === 'order' ? known : NOTHING_KNOWN_OF_ORDER,
      snapshot,
      policy,
    )
  return detectAutoOrderChanges(
    known?.kind === 'auto-order' ? known : NOTHING_KNOWN_OF_AUTO_ORDER,
    snapshot,
    policy,
  )
}

/** The stream of a snapshot; what is told in the sandbox does not count as told to ONTRAPORT. */
export function streamKeyOf(snapshot: StreamSnapshot, isSandbox: boolean): StreamKey {
  return {
    merchantId: snapshot.merchantId,
    kind: isSandbox ? `sandbox-${snapshot.kind}` : snapshot.kind,
    reference: snapshot.kind === 'order' ? snapshot.orderId : snapshot.autoOrderCode,
  }
}
