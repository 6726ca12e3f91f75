import { detectAffiliateChanges } from './detect-affiliate-changes.ts'
import { type Change, type KnownState, NOTHING_KNOWN_OF_AFFILIATE } from './known-state.ts'
import type { ListVerdict } from './list-verdict.ts'
import type { RelayPolicy } from './relay-policy.ts'
import type { AffiliateSnapshot } from './snapshot.ts'

/** What a snapshot would do if it were taken, in a word and in a sentence. */
export type AffiliatePreview = { verdict: Exclude<ListVerdict, 'faulty'>; effect: string }

/** Says what a snapshot would change, by the rule that decides when it comes. */
export function previewAffiliate(
  known: KnownState | null,
  snapshot: AffiliateSnapshot,
  policy: RelayPolicy,
): AffiliatePreview {
  const before = known?.kind === 'affiliate' ? known : NOTHING_KNOWN_OF_AFFILIATE
  const after = detectAffiliateChanges(before, snapshot, policy)
  const [change] = after.changes
  if (change !== undefined)
    return { verdict: before.snapshot === null ? 'new' : 'changed', effect: effectOf(change) }
  return areSameFacts(before.snapshot, after.known.snapshot)
    ? { verdict: 'unchanged', effect: 'Nothing new' }
    : { verdict: 'changed', effect: 'Kept here; ONTRAPORT is told of approvals only' }
}

function effectOf({ event, standing }: Change): string {
  if (standing.status !== 'queued') return `Not told. ${standing.reason.text}`
  if (event.kind === 'affiliate-joined') return 'Told to ONTRAPORT as a new affiliate'
  const isApproved = event.kind === 'affiliate-approval-changed' && event.affiliate.isApproved
  return `Told to ONTRAPORT: ${isApproved ? 'approved now' : 'not approved any more'}`
}

/** Which way it came in is no fact about the affiliate. */
function areSameFacts(before: AffiliateSnapshot | null, after: AffiliateSnapshot | null): boolean {
  if (before === null || after === null) return before === after
  const facts = ({ eventName: _, ...rest }: AffiliateSnapshot) => Object.entries(rest).sort()
  return JSON.stringify(facts(before)) === JSON.stringify(facts(after))
}
