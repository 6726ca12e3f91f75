/** A webhook body that arrived here, as the log beside UltraCart's shows it. Times are ISO 8601 in UTC. */
export type ArrivedDelivery = {
  id: string
  receivedAt: string
  acceptedCount: number
  unchangedCount: number
  ignoredCount: number
  /** Why it was refused; `null` when it was taken. */
  error: string | null
}

/** What only the whole log entry at UltraCart says; `null` for what it does not say. */
export type DeliveryDetail = {
  statusCode: number | null
  durationMs: number | null
  queueDelayMs: number | null
  /** What we answered, as UltraCart noted it, cut to a few lines. */
  response: string
}

/** One call of the webhook as UltraCart noted it. */
export type SentDelivery = { requestId: string; deliveredAt: string; isSuccess: boolean }

export type UltraCartDelivery = SentDelivery & {
  detail: DeliveryDetail | null
  /** What arrived here at that time; `null` when nothing did. */
  arrived: ArrivedDelivery | null
}

/** How UltraCart thinks of our webhook. */
export type WebhookHealth = {
  webhookOid: number
  pendingCount: number
  consecutiveFailures: number
  nextRetryAt: string | null
  isDisabled: boolean
}

/** UltraCart's log of our webhook beside ours, newest first. */
export type UltraCartLog = {
  /** `null` when UltraCart has no webhook that calls this installation. */
  health: WebhookHealth | null
  deliveries: UltraCartDelivery[]
  since: string
}

/** UltraCart waits 30 seconds for an answer, and clocks differ a little. */
export const MATCH_WINDOW_MS = 35_000

/**
 * Puts to each call that UltraCart noted what arrived nearest to it in time;
 * nothing is used twice. What was taken here goes first to a call that UltraCart
 * calls a success, what was refused to a failure: a call that was turned away
 * at the door left nothing here, and another's must not stand beside it.
 */
export function matchDeliveries(
  sent: readonly SentDelivery[],
  arrived: readonly ArrivedDelivery[],
): Map<string, ArrivedDelivery> {
  const matches = new Map<string, ArrivedDelivery>()
  const used = new Set<string>()
  for (const { requestId, delivery } of likeliestFirst(sent, arrived)) {
    if (matches.has(requestId) || used.has(delivery.id)) continue
    matches.set(requestId, delivery)
    used.add(delivery.id)
  }
  return matches
}

function likeliestFirst(sent: readonly SentDelivery[], arrived: readonly ArrivedDelivery[]) {
  return sent
    .flatMap(({ requestId, deliveredAt, isSuccess }) =>
      arrived.map((delivery) => {
        const apartMs = Math.abs(Date.parse(delivery.receivedAt) - Date.parse(deliveredAt))
        const isAtOdds = isSuccess !== (delivery.error === null)
        return { requestId, delivery, apartMs, isAtOdds }
      }),
    )
    .filter(({ apartMs }) => apartMs <= MATCH_WINDOW_MS)
    .sort(
      (left, right) =>
        Number(left.isAtOdds) - Number(right.isAtOdds) || left.apartMs - right.apartMs,
    )
}
