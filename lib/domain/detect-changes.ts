import { detectAffiliateChanges } from './detect-affiliate-changes.ts'
import { detectAutoOrderChanges } from './detect-auto-order-changes.ts'
import { detectOrderChanges } from './detect-order-changes.ts'
import {
  type Detection,
  type KnownState,
  NOTHING_KNOWN_OF_AFFILIATE,
  NOTHING_KNOWN_OF_AUTO_ORDER,
  NOTHING_KNOWN_OF_ORDER,
} from './known-state.ts'
import type { RelayPolicy } from './relay-policy.ts'
import type { AffiliateSnapshot, AutoOrderSnapshot, OrderSnapshot } from './snapshot.ts'
import type { StreamKey } from './transmission.ts'

/** Snapshots that have a stream: something about them may have to be told. */
export type StreamSnapshot = OrderSnapshot | AutoOrderSnapshot | AffiliateSnapshot

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
  switch (snapshot.kind) {
    case 'order':
      return detectOrderChanges(
        known?.kind === 'order' ? known : NOTHING_KNOWN_OF_ORDER,
        snapshot,
        policy,
      )
    case 'auto-order':
      return detectAutoOrderChanges(
        known?.kind === 'auto-order' ? known : NOTHING_KNOWN_OF_AUTO_ORDER,
        snapshot,
        policy,
      )
    case 'affiliate':
      return detectAffiliateChanges(
        known?.kind === 'affiliate' ? known : NOTHING_KNOWN_OF_AFFILIATE,
        snapshot,
        policy,
      )
  }
}

/** The stream of a snapshot; what is told in the sandbox does not count as told to ONTRAPORT. */
export function streamKeyOf(snapshot: StreamSnapshot, isSandbox: boolean): StreamKey {
  return {
    merchantId: snapshot.merchantId,
    kind: isSandbox ? `sandbox-${snapshot.kind}` : snapshot.kind,
    reference: referenceOf(snapshot),
  }
}

function referenceOf(snapshot: StreamSnapshot): string {
  switch (snapshot.kind) {
    case 'order':
      return snapshot.orderId
    case 'auto-order':
      return snapshot.autoOrderCode
    case 'affiliate':
      return String(snapshot.affiliateId)
  }
}
