import { insertPoll } from '#lib/db/poll-log.ts'
import type { ItemPoll } from '#lib/domain/item-feed.ts'
import { logger } from '#lib/logger.ts'
import type { PollRequest } from '#lib/storefront/read-poll.ts'

/** Enough to see what was answered; the whole feed would be stored anew with every poll. */
const KEPT_BYTES = 64 * 1024
const LONGEST_HEADER = 300

type Answering = {
  now: Date
  since: Date | null
  status: ItemPoll['status']
  headers: Record<string, string>
}

/** Gathers what is answered to one poll and writes it into the log when the answer is over. */
export class PollRecord {
  readonly #request: PollRequest
  readonly #answering: Answering
  #itemCount = 0
  #byteCount = 0
  #kept: Uint8Array[] = []
  #keptBytes = 0

  constructor(request: PollRequest, answering: Answering) {
    this.#request = request
    this.#answering = answering
  }

  countItems(count: number): void {
    this.#itemCount += count
  }

  note(piece: Uint8Array): void {
    this.#byteCount += piece.byteLength
    const room = KEPT_BYTES - this.#keptBytes
    if (room <= 0) return
    this.#kept.push(piece.slice(0, room))
    this.#keptBytes += Math.min(piece.byteLength, room)
  }

  /** The caller has its answer by now, so a log that cannot be written is our trouble alone. */
  async finish({
    isComplete,
    refusal = null,
  }: {
    isComplete: boolean
    refusal?: string | null
  }): Promise<void> {
    const { merchantId, method } = this.#request
    const { now, since, status, headers } = this.#answering
    const poll: ItemPoll = {
      kind: 'items-polled',
      method,
      since: since?.toISOString() ?? null,
      isConditional: this.#request.ifNoneMatch !== null || this.#request.ifModifiedSince !== null,
      status,
      itemCount: this.#itemCount,
      byteCount: this.#byteCount,
      isComplete,
    }
    try {
      await insertPoll({
        merchantId,
        poll,
        startedAt: now,
        finishedAt: new Date(),
        url: addressOf(this.#request),
        request: headOf(this.#request),
        responseHeaders: headers,
        responseBody: new TextDecoder().decode(Buffer.concat(this.#kept), { stream: true }),
        isTruncated: this.#byteCount > this.#keptBytes,
        refusal,
      })
    } catch (error) {
      logger.error({ err: error, merchantId, poll }, 'poll.unrecorded')
    }
    logger.info({ merchantId, ...poll }, 'poll.answered')
  }
}

function addressOf({ merchantId, key, since }: PollRequest): string {
  const query = [
    ...(key === null ? [] : ['key=••••']),
    ...(since === null ? [] : [`since=${encodeURIComponent(cleaned(since))}`]),
  ]
  return `/api/items/${merchantId}${query.length === 0 ? '' : `?${query.join('&')}`}`
}

/** The request as it came, save for its key. */
function headOf(request: PollRequest): string {
  const { method, userAgent, authorization, ifNoneMatch, ifModifiedSince } = request
  const headers = {
    'User-Agent': userAgent,
    Authorization: authorization === null ? null : 'Basic ••••',
    'If-None-Match': ifNoneMatch,
    'If-Modified-Since': ifModifiedSince,
  }
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${cleaned(value)}`],
  )
  return [`${method} ${addressOf(request)}`, ...lines].join('\n')
}

function cleaned(header: string): string {
  return header
    .replace(/\p{Cc}/gu, '')
    .toWellFormed()
    .slice(0, LONGEST_HEADER)
}
