import { requireDeed } from '#lib/access-check.ts'
import { BYTE_ORDER_MARK, csvLine } from '#lib/csv-writer.ts'
import { insertAuditEntry, listAuditRows } from '#lib/db/audit.ts'
import { prisma } from '#lib/db/client.ts'
import type { Access } from '#lib/domain/access.ts'
import type { AuditFilter } from '#lib/domain/audit.ts'
import { streamText } from '#lib/stream-text.ts'

const PAGE_SIZE = 1_000

/**
 * The entries of the merchant's audit trail that the filter finds, as CSV in
 * UTF-8, newest first; times are ISO 8601 in UTC, details are JSON. A page is
 * read when the caller takes it; that it was downloaded is its newest entry.
 */
export async function exportAudit(
  access: Access,
  filter: AuditFilter,
): Promise<ReadableStream<Uint8Array>> {
  requireDeed(access, 'own')
  const { merchantId, actor } = access
  const details = { who: filter.actor ?? null, deed: filter.action ?? null }
  await insertAuditEntry(prisma(), { merchantId, actor, action: 'audit.exported', details })
  return streamText(writePieces(merchantId, filter))
}

async function* writePieces(merchantId: string, filter: AuditFilter): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(['at', 'who', 'deed', 'details'])
  let cursor: string | null = null
  do {
    const page = await listAuditRows(prisma(), merchantId, { filter, limit: PAGE_SIZE, cursor })
    yield page.entries
      .map(({ createdAt, actor, action, details }) =>
        csvLine([createdAt, actor, action, JSON.stringify(details)]),
      )
      .join('')
    cursor = page.nextCursor
  } while (cursor !== null)
}
