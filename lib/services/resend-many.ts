import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { inTransaction, prisma } from '#lib/db/client.ts'
import { listTransmissionRows } from '#lib/db/log.ts'
import { insertResendClick } from '#lib/db/transmissions.ts'
import type { Access } from '#lib/domain/access.ts'
import type { TransmissionFilter } from '#lib/domain/transmission.ts'
import { queueAgain, type ResendMode } from '#lib/queue/queue-again.ts'

const PAGE_SIZE = 200

/**
 * Sends every transmission that the filter finds now once more, oldest streams'
 * order kept by their places. Those being sent, and those accepted already
 * unless the filter asks for `sent` by name, are left out and counted. The
 * same nonce again sends none of them twice.
 */
export async function resendMany(
  access: Access,
  filter: TransmissionFilter,
  { mode, nonce }: { mode: ResendMode; nonce: string },
): Promise<{ queued: number; leftOut: number }> {
  requireDeed(access, 'edit')
  const ids = await listIds(access.merchantId, filter)
  const isSentAllowed = filter.status?.includes('sent') ?? false
  let queued = 0
  for (const id of ids) {
    const isQueued = await inTransaction(async (db) => {
      const click = { merchantId: access.merchantId, nonce: `${nonce}/${id}`, transmissionId: id }
      if (!(await insertResendClick(db, click))) return false
      return (await queueAgain(db, { id, mode, isSentAllowed, trigger: 'bulk' })).kind === 'queued'
    })
    if (isQueued) queued += 1
  }
  await insertAuditEntry(prisma(), {
    merchantId: access.merchantId,
    actor: access.actor,
    action: 'transmissions.resent',
    details: { queued, mode },
  })
  return { queued, leftOut: ids.length - queued }
}

/** All ids first, oldest last to first: a resent row changes its status and would move within the pages. */
async function listIds(merchantId: string, filter: TransmissionFilter): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const page = await listTransmissionRows(prisma(), merchantId, {
      filter,
      limit: PAGE_SIZE,
      cursor,
    })
    ids.push(...page.transmissions.map((row) => row.id))
    cursor = page.nextCursor
  } while (cursor !== null)
  return ids.reverse()
}
