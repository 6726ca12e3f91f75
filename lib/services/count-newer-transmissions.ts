import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { isUuid } from '#lib/db/cursors.ts'
import { listNewerIds } from '#lib/db/log.ts'
import type { Access } from '#lib/domain/access.ts'
import type { TransmissionFilter } from '#lib/domain/transmission.ts'
import { AppError } from '#lib/errors.ts'

/** Where counting stops. */
const MOST_COUNTED = 100

/**
 * How many transmissions that the filter lets through have come since the one
 * with the id `after`; 100 stands for that many or more. `malformed` when
 * `after` is no id.
 */
export async function countNewerTransmissions(
  access: Access,
  filter: TransmissionFilter,
  after: string,
): Promise<number> {
  requireDeed(access, 'read')
  if (!isUuid(after)) throw new AppError('malformed', 'after takes the id of a transmission.')
  const ids = await listNewerIds(prisma(), access.merchantId, {
    filter,
    after,
    limit: MOST_COUNTED,
  })
  return ids.length
}
