import { fillGaps } from './fill-gaps.ts'
import {
  type Change,
  type Detection,
  type KnownAffiliate,
  type Standing,
  toTelling,
} from './known-state.ts'
import type { RelayPolicy } from './relay-policy.ts'
import type { AffiliateSnapshot } from './snapshot.ts'

/**
 * An affiliate is told when it joins and when its approval changes; any other
 * change only updates what is known. One without an email is noted and told
 * once the email comes.
 */
export function detectAffiliateChanges(
  known: KnownAffiliate,
  incoming: AffiliateSnapshot,
  policy: RelayPolicy,
): Detection<KnownAffiliate> {
  const snapshot = mergeAffiliate(known.snapshot, incoming)
  return known.isApprovedTold === null
    ? detectJoining({ ...known, snapshot }, snapshot, policy)
    : detectApproval({ ...known, snapshot }, snapshot, policy)
}

/** What is known of an affiliate after one more snapshot: a field that does not arrive stays as it was. */
export function mergeAffiliate(
  known: AffiliateSnapshot | null,
  incoming: AffiliateSnapshot,
): AffiliateSnapshot {
  return fillGaps(incoming, known) ?? incoming
}

function detectJoining(
  known: KnownAffiliate,
  affiliate: AffiliateSnapshot,
  policy: RelayPolicy,
): Detection<KnownAffiliate> {
  const hasEmail = affiliate.email !== ''
  const isErased = known.joining?.reason?.code === 'erased'
  if (known.joining !== null && (isErased || !hasEmail)) return { known, changes: [] }
  const newPosition = known.lastPosition + 1
  const standing = hasEmail ? standingBy(policy) : WITHOUT_EMAIL
  const event = { kind: 'affiliate-joined', affiliate } as const
  const change: Change =
    known.joining === null
      ? { kind: 'add', position: newPosition, event, standing }
      : { kind: 'revise', position: known.joining.position, newPosition, event, standing }
  return {
    known: {
      ...known,
      lastPosition: newPosition,
      joining: toTelling(newPosition, standing),
      isApprovedTold: hasEmail ? affiliate.isApproved : null,
    },
    changes: [change],
  }
}

function detectApproval(
  known: KnownAffiliate,
  affiliate: AffiliateSnapshot,
  policy: RelayPolicy,
): Detection<KnownAffiliate> {
  if (affiliate.isApproved === known.isApprovedTold) return { known, changes: [] }
  const position = known.lastPosition + 1
  const change: Change = {
    kind: 'add',
    position,
    event: { kind: 'affiliate-approval-changed', affiliate },
    standing: standingBy(policy),
  }
  return {
    known: { ...known, lastPosition: position, isApprovedTold: affiliate.isApproved },
    changes: [change],
  }
}

const WITHOUT_EMAIL: Standing = {
  status: 'skipped',
  reason: {
    code: 'affiliate-without-email',
    text: 'No email address: ONTRAPORT cannot make a contact of it. It is told once an email comes',
  },
}

function standingBy({ method }: RelayPolicy): Standing {
  if (method === 'api') return { status: 'queued' }
  return {
    status: 'skipped',
    reason: {
      code: 'pixel-method',
      text: 'Partner Tracking Pixel method: affiliates are not told to ONTRAPORT',
    },
  }
}
