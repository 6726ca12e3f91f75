import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { loadRecentDeliveries } from '#lib/db/deliveries.ts'
import type { Access } from '#lib/domain/access.ts'
import {
  type ExpansionGap,
  findExpansionGaps,
  type SeenSnapshot,
} from '#lib/domain/missing-expansions.ts'
import { AppError } from '#lib/errors.ts'
import { unpackLargeText } from '#lib/packed-text.ts'
import { readDelivery } from '#lib/ultracart/read-delivery.ts'

/** Enough to see every kind of event of a day, little enough for a page that loads itself anew. */
const RECENT = { limit: 30, maxBytes: 1_000_000 }

/**
 * Which of the events that UltraCart sent lately lack which expansions, each
 * with the whole list to paste into UltraCart. Read from the newest deliveries
 * as they arrived, so an event that comes rarely may be missing here.
 */
export async function listMissingExpansions(access: Access): Promise<ExpansionGap[]> {
  requireDeed(access, 'read')
  const deliveries = await loadRecentDeliveries(prisma(), access.merchantId, RECENT)
  const bodies = await Promise.all(deliveries.map(({ body }) => unpackLargeText(body)))
  return findExpansionGaps(
    deliveries.flatMap(({ receivedAt }, at) =>
      readAgain(bodies[at] ?? new Uint8Array(), access.merchantId, receivedAt.toISOString()),
    ),
  )
}

/** Newest first: the last event of a body is its newest. */
function readAgain(body: Uint8Array, merchantId: string, seenAt: string): SeenSnapshot[] {
  try {
    return readDelivery(body, merchantId)
      .flatMap((event) => (event.kind === 'snapshot' ? [{ snapshot: event.snapshot, seenAt }] : []))
      .reverse()
  } catch (error) {
    // It was readable when it came; a later version of this program may be stricter.
    if (error instanceof AppError) return []
    throw error
  }
}
