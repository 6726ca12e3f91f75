import type { ListCounts, ListVerdict } from './list-verdict.ts'
import type { TransmissionStatus } from './transmission.ts'

/** One affiliate as the list shows it. */
export type AffiliateRow = {
  affiliateId: number
  /** Known by its number alone: an order named it and nobody told of it. */
  isNumberOnly: boolean
  /** The first order that named it; `null` when none did. */
  firstOrderId: string | null
  name: string
  company: string
  email: string
  isApproved: boolean | null
  /** When ONTRAPORT last accepted a message about it. */
  lastToldAt: string | null
  /** Its latest transmission. */
  latest: { id: string; status: TransmissionStatus; reason: string | null } | null
}

export type AffiliatePage = { affiliates: AffiliateRow[]; nextCursor: string | null }

/** A row of an uploaded list and what would become of it. */
export type PreviewRow = {
  row: number
  affiliateId: number | null
  name: string
  email: string
  isApproved: boolean | null
  verdict: ListVerdict
  /** What would happen, or what is wrong with the row. */
  note: string
}

/** What a list would change. Of each verdict only the first rows are shown. */
export type AffiliatesPreview = { counts: ListCounts; rows: PreviewRow[] }

/** What an imported list changed. */
export type AffiliatesImport = { accepted: number; unchanged: number; faulty: number }
