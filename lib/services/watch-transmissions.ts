import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { isUuid } from '#lib/db/cursors.ts'
import { listNewerIds, listRowsByIds } from '#lib/db/log.ts'
import type { Access } from '#lib/domain/access.ts'
import type { LogNews, TransmissionFilter } from '#lib/domain/transmission.ts'
import { AppError } from '#lib/errors.ts'

/** Where counting new ones stops, and how many shown ones are looked at again. */
const MOST_WATCHED = 100

/**
 * What has happened since a page of the log was loaded: how many transmissions
 * that the filter lets through are newer than the id `after` (100 stands for
 * that many or more), and how the first hundred of `shown` stand now.
 * `malformed` for what is no id.
 */
export async function watchTransmissions(
  access: Access,
  filter: TransmissionFilter,
  { after, shown }: { after: string; shown: readonly string[] },
): Promise<LogNews> {
  requireDeed(access, 'read')
  if (![after, ...shown].every(isUuid))
    throw new AppError('malformed', 'The log is watched by the ids of transmissions.')
  const { merchantId } = access
  const [newer, rows] = await Promise.all([
    listNewerIds(prisma(), merchantId, { filter, after, limit: MOST_WATCHED }),
    listRowsByIds(prisma(), merchantId, shown.slice(0, MOST_WATCHED)),
  ])
  return { newCount: newer.length, rows }
}
