import type { BulkSteering, ResendMode } from '#lib/domain/bulk-resend.ts'
import type { Deed } from '../use-deed.ts'

export type BulkWish = {
  /** The log's filter as it stands in the address. */
  query: string
  statuses: string[]
  mode: ResendMode
  nonce: string
}

export type StartBulkResend = Deed<[wish: BulkWish], { totalCount: number }>
export type SteerBulkResend = Deed<[steering: BulkSteering], null>
