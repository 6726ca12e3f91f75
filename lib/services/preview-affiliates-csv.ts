import { requireDeed } from '#lib/access-check.ts'
import { loadKnownAffiliates } from '#lib/db/affiliates.ts'
import { prisma } from '#lib/db/client.ts'
import { type Connection, getConnection } from '#lib/db/connections.ts'
import type { Access } from '#lib/domain/access.ts'
import type { AffiliatesPreview, PreviewRow } from '#lib/domain/affiliate-list.ts'
import { fullName } from '#lib/domain/full-name.ts'
import type { KnownState } from '#lib/domain/known-state.ts'
import { SHOWN_ROWS } from '#lib/domain/list-verdict.ts'
import { previewAffiliate } from '#lib/domain/preview-affiliate.ts'
import {
  type ListedAffiliate,
  readAffiliateList,
} from '#lib/ultracart/affiliates/read-affiliate-list.ts'

/**
 * Says what a list of affiliates would change, row by row, and changes nothing.
 * Throws `AppError('malformed')` for a file that is no such list, `forbidden`
 * for viewers.
 */
export async function previewAffiliatesCsv(
  access: Access,
  { file }: { file: Uint8Array },
): Promise<AffiliatesPreview> {
  requireDeed(access, 'edit')
  const listed = readAffiliateList(file, access.merchantId)
  const connection = await getConnection(prisma(), access.merchantId)
  const ids = listed.flatMap((one) => (one.kind === 'read' ? [one.affiliate.affiliateId] : []))
  const known = await loadKnownAffiliates(prisma(), connection, ids)
  const rows = listed.map((one) => toPreviewRow(one, known, connection))
  return { counts: countVerdicts(rows), rows: firstOfEach(rows) }
}

function toPreviewRow(
  listed: ListedAffiliate,
  known: ReadonlyMap<number, KnownState>,
  { method, rules }: Connection,
): PreviewRow {
  const { row } = listed
  if (listed.kind === 'faulty') return { ...NOTHING_READ, row, note: listed.faults.join('; ') }
  const { affiliate } = listed
  const { affiliateId, email, isApproved } = affiliate
  const before = known.get(affiliateId) ?? null
  const { verdict, effect } = previewAffiliate(before, affiliate, { method, rules })
  const name = fullName(affiliate) || affiliate.company
  return { row, affiliateId, name, email, isApproved, verdict, note: effect }
}

const NOTHING_READ = {
  affiliateId: null,
  name: '',
  email: '',
  isApproved: null,
  verdict: 'faulty',
} as const

function countVerdicts(rows: readonly PreviewRow[]): AffiliatesPreview['counts'] {
  const counts = { new: 0, changed: 0, unchanged: 0, faulty: 0 }
  for (const { verdict } of rows) counts[verdict] += 1
  return counts
}

function firstOfEach(rows: readonly PreviewRow[]): PreviewRow[] {
  const byVerdict = Map.groupBy(rows, (row) => row.verdict)
  return (['faulty', 'new', 'changed', 'unchanged'] as const).flatMap((verdict) =>
    (byVerdict.get(verdict) ?? []).slice(0, SHOWN_ROWS),
  )
}
