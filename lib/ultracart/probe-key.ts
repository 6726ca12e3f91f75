import type { KeyFinding, KeyPermission } from '#lib/domain/simple-key.ts'
import type { TurnResult, UltraCartTurn } from '#lib/domain/ultracart-turn.ts'
import { AppError } from '#lib/errors.ts'
import { itemsCall, readItemsPage } from './read-items-page.ts'
import { ordersCall, readOrdersPage } from './read-orders-page.ts'
import { callUltraCart, type RestAnswer, type RestCall } from './rest-client.ts'
import { readWebhooks, webhooksCall } from './webhooks/webhook-calls.ts'

/** Somebody waits in front of a screen. */
const PATIENCE_MS = 10_000
const CALL_TIMEOUT_MS = 15_000
/** When UltraCart wants fewer calls and does not say for how long. */
const REST_MS = 60_000
const PERIOD_MS = 24 * 60 * 60_000

type Probe = {
  permission: KeyPermission
  call: Pick<RestCall, 'method' | 'path' | 'query'>
  /** Throws `AppError` when the answer is another store's, or none. */
  check: (body: Record<string, unknown>) => void
}

/**
 * Tries a key with one small call for each thing that it is to read. What
 * changes something is not tried. Ends with the first call that says the rest:
 * a key that is no good, or an UltraCart that does not answer.
 */
export async function probeKey(
  { baseUrl, simpleKey }: Pick<RestCall, 'baseUrl' | 'simpleKey'>,
  { merchantId, turn }: { merchantId: string; turn: UltraCartTurn },
): Promise<KeyFinding[]> {
  const findings: KeyFinding[] = []
  for (const probe of probesFor(merchantId)) {
    const last = findings.at(-1)
    const isOver = last?.kind === 'turned-away' || last?.kind === 'untried'
    if (isOver) {
      findings.push({ ...last, permission: probe.permission })
      continue
    }
    const call = { ...probe.call, baseUrl, simpleKey, totalTimeoutMs: CALL_TIMEOUT_MS }
    const result = await turn.take(() => callUltraCart(call), { patienceMs: PATIENCE_MS })
    if (result.kind === 'done' && result.value.kind === 'throttled')
      await turn.hold(new Date(Date.now() + (result.value.retryAfterMs ?? REST_MS)))
    findings.push(judge(probe, result))
  }
  return findings
}

function probesFor(merchantId: string): Probe[] {
  const now = Date.now()
  const period = { from: new Date(now - PERIOD_MS), to: new Date(now) }
  const place = { merchantId, offset: 0 }
  return [
    {
      permission: 'item_read',
      call: itemsCall({ offset: 0, since: null, limit: 1 }),
      check: (body) => readItemsPage(body, place),
    },
    {
      permission: 'order_read',
      call: ordersCall({ ...period, offset: 0, limit: 1 }),
      check: (body) => readOrdersPage(body, place),
    },
    {
      permission: 'webhook_read',
      call: webhooksCall(0),
      check: (body) => readWebhooks(body, merchantId),
    },
  ]
}

const NO_TURN = 'UltraCart allows no further call just now.'

function judge({ permission, check }: Probe, result: TurnResult<RestAnswer>): KeyFinding {
  if (result.kind === 'wait') return { permission, kind: 'untried', reason: NO_TURN }
  const answer = result.value
  switch (answer.kind) {
    case 'answered':
      return judgeBody(permission, () => check(answer.body))
    case 'refused':
      // The SDK's pages: 401 is the key's fault, 403 that of its permissions.
      return answer.status === 403
        ? { permission, kind: 'missing' }
        : { permission, kind: 'turned-away', reason: answer.reason }
    case 'throttled':
    case 'unavailable':
      return { permission, kind: 'untried', reason: answer.reason }
  }
}

function judgeBody(permission: KeyPermission, check: () => void): KeyFinding {
  try {
    check()
    return { permission, kind: 'granted' }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { permission, kind: 'turned-away', reason: error.publicMessage }
  }
}
