import type { TransmissionFilter, TransmissionRow } from '#lib/domain/transmission.ts'
import { prisma } from './client.ts'
import { listTransmissionRows } from './log.ts'

const PAGE_SIZE = 1_000

/**
 * Everything that the filter finds, newest first, a page at a time: the next
 * page is read when it is asked for, so that no length of the log fills the
 * memory or holds a connection. Rows that come in meanwhile are not among it.
 */
export async function* walkLog(
  merchantId: string,
  filter: TransmissionFilter,
  pageSize = PAGE_SIZE,
): AsyncGenerator<TransmissionRow[]> {
  let cursor: string | null = null
  do {
    const query = { filter, limit: pageSize, cursor }
    const page: Awaited<ReturnType<typeof listTransmissionRows>> = await listTransmissionRows(
      prisma(),
      merchantId,
      query,
    )
    if (page.transmissions.length > 0) yield page.transmissions
    cursor = page.nextCursor
  } while (cursor !== null)
}
