import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { listTransmissionRows } from '#lib/db/log.ts'
import type { Access } from '#lib/domain/access.ts'
import type { TransmissionFilter, TransmissionPage } from '#lib/domain/transmission.ts'
import { AppError } from '#lib/errors.ts'

const LARGEST_PAGE = 1_000

/**
 * One page of the merchant's log, newest first. `limit` is 1 to 1,000; `cursor` is
 * the `nextCursor` of the page before. `malformed` for a wrong filter value or
 * cursor, with a sentence that names it.
 */
export async function listTransmissions(
  access: Access,
  filter: TransmissionFilter,
  { limit, cursor }: { limit: number; cursor: string | null },
): Promise<TransmissionPage> {
  requireDeed(access, 'read')
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE)
    throw new AppError('malformed', `limit takes a number from 1 to ${LARGEST_PAGE}.`)
  return listTransmissionRows(prisma(), access.merchantId, { filter, limit, cursor })
}
