import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { findConnection } from '#lib/db/connections.ts'
import { walkLog } from '#lib/db/walk-log.ts'
import type { Access } from '#lib/domain/access.ts'
import {
  BULK_RESEND_LIMIT,
  type BulkResendPreview,
  type LeftOutReason,
  RESENDABLE_STATUSES,
  type ResendGroup,
  whyLeftOut,
} from '#lib/domain/bulk-resend.ts'
import type {
  TransmissionFilter,
  TransmissionRow,
  TransmissionStatus,
} from '#lib/domain/transmission.ts'

const COUNTED: readonly TransmissionStatus[] = [...RESENDABLE_STATUSES, 'queued', 'sending']

/**
 * What a bulk resend by this filter would find: for each status how many can be
 * sent once more, and how many not and why. Counting stops at the most that one
 * run takes, status by status.
 */
export async function previewBulkResend(
  access: Access,
  filter: TransmissionFilter,
): Promise<BulkResendPreview> {
  requireDeed(access, 'edit')
  const { merchantId } = access
  const connection = await findConnection(prisma(), merchantId)
  const tally = new Tally(connection?.isSandbox ?? false)
  for (const status of COUNTED)
    if (filter.status?.includes(status) ?? true)
      await countStatus(tally, merchantId, { ...filter, status: [status] })
  return tally.result()
}

async function countStatus(
  tally: Tally,
  merchantId: string,
  filter: TransmissionFilter,
): Promise<void> {
  let seen = 0
  for await (const page of walkLog(merchantId, filter)) {
    for (const row of page) {
      if (seen === BULK_RESEND_LIMIT) return tally.noteMore(row)
      tally.add(row)
      seen += 1
    }
  }
}

class Tally {
  readonly #isInSandbox: boolean
  readonly #groups = new Map<TransmissionStatus, ResendGroup>()
  readonly #leftOut = new Map<LeftOutReason, number>()

  constructor(isInSandbox: boolean) {
    this.#isInSandbox = isInSandbox
    for (const status of RESENDABLE_STATUSES)
      this.#groups.set(status, { status, count: 0, moneyCount: 0, lostCount: 0, isMore: false })
  }

  add(row: TransmissionRow): void {
    const why = whyLeftOut(row, this.#isInSandbox)
    if (why !== null) this.#leftOut.set(why, (this.#leftOut.get(why) ?? 0) + 1)
    const group = this.#groups.get(row.status)
    if (why !== null || group === undefined) return
    group.count += 1
    if (row.type === 'sale' || row.type === 'refund') group.moneyCount += 1
    if (row.reasonCode === 'answer-lost') group.lostCount += 1
  }

  noteMore(row: TransmissionRow): void {
    const group = this.#groups.get(row.status)
    if (group !== undefined) group.isMore = true
  }

  result(): BulkResendPreview {
    return {
      groups: [...this.#groups.values()].filter(({ count }) => count > 0),
      leftOut: [...this.#leftOut].map(([why, count]) => ({ why, count })),
    }
  }
}
