import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detectChanges } from '#lib/domain/detect-changes.ts'
import type { KnownState } from '#lib/domain/known-state.ts'
import { markTold } from '#lib/domain/mark-told.ts'
import { previewAffiliate } from '#lib/domain/preview-affiliate.ts'
import type { RelayPolicy } from '#lib/domain/relay-policy.ts'
import { DEFAULT_RELAY_RULES } from '#lib/domain/relay-rules.ts'
import type { AffiliateSnapshot } from '#lib/domain/snapshot.ts'
import { anyAffiliate } from '#tests/support/arbitrary-snapshot.ts'
import { anAffiliateSnapshot } from '#tests/support/build-snapshot.ts'

const policy: RelayPolicy = { method: 'api', rules: DEFAULT_RELAY_RULES }
const pending = anAffiliateSnapshot()
const approved = anAffiliateSnapshot({ isApproved: true })
const nameless = anAffiliateSnapshot({ email: '' })

type LogRow = { kind: string; isApproved: boolean; status: string; code: string | null }

function tell(snapshots: readonly AffiliateSnapshot[], under = policy) {
  let known: KnownState | null = null
  const rows = new Map<number, LogRow>()
  for (const snapshot of snapshots) {
    const detection = detectChanges(known, snapshot, under)
    known = detection.known
    for (const change of detection.changes) {
      const { event, standing } = change
      if (!('affiliate' in event)) throw new Error('An affiliate tells of nothing else.')
      rows.delete(change.position)
      rows.set(change.kind === 'add' ? change.position : change.newPosition, {
        kind: event.kind,
        isApproved: event.affiliate.isApproved,
        status: standing.status,
        code: standing.status === 'queued' ? null : standing.reason.code,
      })
    }
  }
  return { known, log: [...rows.values()] }
}

const row = (kind: string, isApproved: boolean, code: string | null = null): LogRow => ({
  kind: `affiliate-${kind}`,
  isApproved,
  status: code === null ? 'queued' : 'skipped',
  code,
})

describe('what is told of an affiliate', () => {
  test.each<[promise: string, AffiliateSnapshot[], LogRow[]]>([
    ['one who joins is told once', [pending, pending], [row('joined', false)]],
    ['one who is approved at once is told so', [approved], [row('joined', true)]],
    [
      'an approval is told',
      [pending, approved, approved],
      [row('joined', false), row('approval-changed', true)],
    ],
    [
      'an approval that was withdrawn is told',
      [approved, pending],
      [row('joined', true), row('approval-changed', false)],
    ],
    [
      'another address is not told',
      [pending, anAffiliateSnapshot({ city: 'Paris', email: 'new@example.com' })],
      [row('joined', false)],
    ],
    [
      'one without an email is noted once',
      [nameless, nameless],
      [row('joined', false, 'affiliate-without-email')],
    ],
    [
      'one whose email comes later is told in the row that noted it',
      [nameless, { ...nameless, isApproved: true }, pending, approved],
      [row('joined', false), row('approval-changed', true)],
    ],
    [
      'an email that stays away later does not take the affiliate back',
      [pending, { ...nameless, isApproved: true }],
      [row('joined', false), row('approval-changed', true)],
    ],
  ])('%s', (_, snapshots, expected) => {
    expect(tell(snapshots).log).toEqual(expected)
  })

  test('under the pixel method it is skipped with that reason', () => {
    expect(tell([pending, approved], { ...policy, method: 'pixel' }).log).toEqual([
      row('joined', false, 'pixel-method'),
      row('approval-changed', true, 'pixel-method'),
    ])
  })

  test('a field that does not arrive stays as it was known', () => {
    const { known } = tell([pending, anAffiliateSnapshot({ city: 'Paris', phone: '' })])
    expect(known?.snapshot).toMatchObject({ city: 'Paris', phone: pending.phone })
  })

  test('a joining that a person sent counts as told', () => {
    const { known } = tell([pending], { ...policy, method: 'pixel' })
    expect(known && markTold(known, 1)).toMatchObject({
      joining: { position: 1, standing: 'told', reason: null },
    })
  })

  test('whatever comes, ONTRAPORT hears of one joining, then only of changes, and last of what holds', () => {
    fc.assert(
      fc.property(fc.array(anyAffiliate(), { maxLength: 12 }), (snapshots) => {
        const { known, log } = tell(snapshots)
        const told = log.filter((one) => one.status === 'queued')
        expect(told.map((one) => one.kind)).toEqual(
          told.map((_, at) => (at === 0 ? 'affiliate-joined' : 'affiliate-approval-changed')),
        )
        for (const [at, one] of told.entries())
          expect(one.isApproved).not.toBe(told[at - 1]?.isApproved)
        const hasEmail = snapshots.some((one) => one.email !== '')
        expect(told.length > 0).toBe(hasEmail)
        if (hasEmail && known?.kind === 'affiliate')
          expect(told.at(-1)?.isApproved).toBe(known.snapshot?.isApproved)
      }),
    )
  })
})

describe('a preview', () => {
  const preview = (known: AffiliateSnapshot[], snapshot: AffiliateSnapshot, under = policy) =>
    previewAffiliate(tell(known, under).known, snapshot, under)

  test.each([
    ['new', [], pending, 'Told to ONTRAPORT as a new affiliate'],
    ['new', [], nameless, 'Not told. No email address: '],
    ['changed', [pending], approved, 'Told to ONTRAPORT: approved now'],
    ['changed', [approved], pending, 'Told to ONTRAPORT: not approved any more'],
    ['changed', [pending], anAffiliateSnapshot({ city: 'Paris' }), 'Kept here; '],
    ['changed', [nameless], pending, 'Told to ONTRAPORT as a new affiliate'],
    ['unchanged', [pending], pending, 'Nothing new'],
    ['unchanged', [pending], nameless, 'Nothing new'],
  ])('says %s when %j is known', (verdict, known, snapshot, effect) => {
    expect(preview(known, snapshot)).toEqual({
      verdict,
      effect: expect.stringMatching(new RegExp(`^${effect}`)),
    })
  })

  test('the way it comes in is no change', () => {
    const listed = anAffiliateSnapshot({ eventName: 'affiliate-list' })
    expect(preview([pending], listed).verdict).toBe('unchanged')
  })

  test('under the pixel method it says that nothing is told', () => {
    expect(preview([], pending, { ...policy, method: 'pixel' }).effect).toMatch(
      /^Not told\. Partner Tracking Pixel method/,
    )
  })

  test('it always agrees with what happens then', () => {
    fc.assert(
      fc.property(fc.array(anyAffiliate(), { maxLength: 3 }), anyAffiliate(), (before, next) => {
        const { known } = tell(before)
        const { verdict } = previewAffiliate(known, next, policy)
        const { changes } = detectChanges(known, next, policy)
        if (verdict === 'unchanged') expect(changes).toEqual([])
        else if (verdict === 'new') expect(changes).toHaveLength(1)
        expect(verdict === 'new').toBe(before.length === 0)
      }),
    )
  })
})
