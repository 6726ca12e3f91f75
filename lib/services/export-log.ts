import { requireDeed } from '#lib/access-check.ts'
import { insertAuditEntry } from '#lib/db/audit.ts'
import { prisma } from '#lib/db/client.ts'
import { walkLog } from '#lib/db/walk-log.ts'
import type { Access } from '#lib/domain/access.ts'
import { impersonalFilter } from '#lib/domain/impersonal-filter.ts'
import type { LogFormat } from '#lib/domain/log-format.ts'
import type { TransmissionFilter } from '#lib/domain/transmission.ts'
import { LOG_ENCODINGS } from '#lib/encode-log.ts'
import { streamText } from '#lib/stream-text.ts'

export type LogExport = { contentType: string; body: ReadableStream<Uint8Array> }

/**
 * All rows that the filter finds, newest first, as one document of any length:
 * a page is read when the caller takes it. Who asked for what is in the audit
 * trail before the first byte. `malformed` for a wrong filter value.
 */
export async function exportLog(
  access: Access,
  filter: TransmissionFilter,
  format: LogFormat,
): Promise<LogExport> {
  requireDeed(access, 'read')
  const { merchantId, actor } = access
  const pages = walkLog(merchantId, filter)
  // Read before anything is answered, so that a wrong filter is still a refusal.
  const first = await pages.next()
  const details = { format, ...impersonalFilter(filter) }
  await insertAuditEntry(prisma(), { merchantId, actor, action: 'log.exported', details })
  const { contentType } = LOG_ENCODINGS[format]
  return { contentType, body: streamText(writePieces(format, first, pages)) }
}

async function* writePieces(
  format: LogFormat,
  first: IteratorResult<Parameters<(typeof LOG_ENCODINGS)['csv']['encodePage']>[0]>,
  pages: ReturnType<typeof walkLog>,
): AsyncGenerator<string> {
  const { head, encodePage, tail } = LOG_ENCODINGS[format]
  yield head
  if (first.done) return yield tail
  yield encodePage(first.value)
  for await (const page of pages) yield encodePage(page)
  yield tail
}
