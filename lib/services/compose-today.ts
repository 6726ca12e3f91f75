import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { findTransmission } from '#lib/db/log.ts'
import { loadMessageNow } from '#lib/db/message-now.ts'
import { loadTransmissionParts } from '#lib/db/transmission-parts.ts'
import type { Access } from '#lib/domain/access.ts'
import { AppError } from '#lib/errors.ts'
import { encodeFor } from '#lib/ontraport/encode-for.ts'

/**
 * The text that today's product names and relay rules make of a transmission,
 * to be held against what was sent; `null` when none can be made. `not-found`
 * for an unknown id and for another merchant's.
 */
export async function composeToday(access: Access, id: string): Promise<string | null> {
  requireDeed(access, 'read')
  const { merchantId } = access
  const found = await findTransmission(prisma(), merchantId, id)
  if (found === null) throw new AppError('not-found', 'There is no such transmission.')
  const { event } = await loadTransmissionParts(prisma(), found.row.id)
  if (event === null || found.row.type === 'item-fetch') return null
  const now = await loadMessageNow(prisma(), merchantId, event)
  return now && encodeFor(now.way, now.message, now.rules).request
}
