import { requireDeed } from '#lib/access-check.ts'
import { prisma } from '#lib/db/client.ts'
import { findTransmission, listStreamNeighbours } from '#lib/db/log.ts'
import { loadMessageNow } from '#lib/db/message-now.ts'
import { loadTransmissionParts, type TransmissionParts } from '#lib/db/transmission-parts.ts'
import type { Access } from '#lib/domain/access.ts'
import { toLineViews } from '#lib/domain/line-views.ts'
import type { AttemptView, TransmissionDetail } from '#lib/domain/transmission.ts'
import { AppError } from '#lib/errors.ts'
import { encodeFor } from '#lib/ontraport/encode-for.ts'

/**
 * Everything that is known of one transmission. Before its first attempt the
 * request is a preview, composed with today's product names. `not-found` for an
 * unknown id and for another merchant's.
 */
export async function getTransmission(access: Access, id: string): Promise<TransmissionDetail> {
  requireDeed(access, 'read')
  const { merchantId } = access
  const found = await findTransmission(prisma(), merchantId, id)
  if (found === null) throw new AppError('not-found', 'There is no such transmission.')
  const [parts, neighbours] = await Promise.all([
    loadTransmissionParts(prisma(), found.row.id),
    listStreamNeighbours(prisma(), found.stream, found.row.id),
  ])
  const texts = await toTexts(merchantId, parts)
  return {
    ...found.row,
    ...texts,
    requestLength: texts.request?.length ?? null,
    heldReason: parts.heldReason,
    releasedAt: parts.releasedAt,
    response: found.row.responseCode === null ? null : lastResponse(parts.attempts),
    attempts: parts.attempts,
    snapshot: parts.event,
    deliveryId: found.deliveryId,
    neighbours,
  }
}

type Texts = Pick<TransmissionDetail, 'request' | 'isRequestPreview' | 'lines'>

/** What was sent last, else what is ready to be sent, else what today's names would make of it. */
async function toTexts(merchantId: string, parts: TransmissionParts): Promise<Texts> {
  const written = parts.attempts.at(-1)?.request ?? parts.request
  if (written !== null && parts.lines !== null)
    return { request: written, isRequestPreview: false, lines: parts.lines }
  const { event } = parts
  const now = event === null ? null : await loadMessageNow(prisma(), merchantId, event)
  const lines = parts.lines ?? (now === null ? [] : toLineViews(now.message))
  if (written !== null) return { request: written, isRequestPreview: false, lines }
  return {
    request: now && encodeFor(now.way, now.message, now.rules).request,
    isRequestPreview: now !== null,
    lines,
  }
}

function lastResponse(attempts: readonly AttemptView[]): TransmissionDetail['response'] {
  const answered = attempts.findLast((attempt) => attempt.responseCode !== null)
  if (answered === undefined || answered.responseCode === null) return null
  return {
    code: answered.responseCode,
    headers: answered.responseHeaders ?? {},
    body: answered.responseBody ?? '',
    isTruncated: answered.isTruncated,
  }
}
