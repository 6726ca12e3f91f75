import { requireDeed } from '#lib/access-check.ts'
import { type Db, prisma } from '#lib/db/client.ts'
import { findConnection } from '#lib/db/connections.ts'
import { loadRecentAttempts, loadRecentEvents } from '#lib/db/rule-history.ts'
import type { Access } from '#lib/domain/access.ts'
import { changeRelayRules, type RuleChange } from '#lib/domain/change-relay-rules.ts'
import type { RuleHistory, RulePreview } from '#lib/domain/preview-rules.ts'
import { AppError } from '#lib/errors.ts'
import { isRuleOfAnswers, previewAnswers } from './preview-relay-rule/preview-answers.ts'
import { previewCreation } from './preview-relay-rule/preview-creation.ts'
import { previewMessages } from './preview-relay-rule/preview-messages.ts'

const LOOKED_AT = 100

/**
 * What a change of one rule would have done to the last hundred orders, refunds,
 * auto-order changes or answers of the store; nothing is changed. `malformed`
 * for an unknown rule or a wrong value.
 */
export async function previewRelayRule(
  access: Access,
  change: RuleChange,
  now: Date = new Date(),
): Promise<RulePreview> {
  requireDeed(access, 'read')
  const { merchantId } = access
  const db = prisma()
  const connection = await findConnection(db, merchantId)
  if (connection === null) throw new AppError('not-found', 'This merchant has no connection.')
  const changed = changeRelayRules(connection.rules, [change], now)
  if (changed.kind === 'invalid') throw new AppError('malformed', changed.reason)
  const rules = { before: connection.rules, after: changed.rules }
  const [name] = change
  if (name === 'api-create-products') return previewCreation(db, connection)
  return isRuleOfAnswers(name)
    ? previewAnswers(await loadRecentAttempts(db, merchantId, LOOKED_AT), name, rules)
    : previewMessages(await loadHistory(db, merchantId), name, { ...rules, way: connection.way })
}

async function loadHistory(db: Db, merchantId: string): Promise<RuleHistory> {
  const [sales, refunds, statuses] = await Promise.all([
    loadRecentEvents(db, merchantId, { type: 'sale', limit: LOOKED_AT }),
    loadRecentEvents(db, merchantId, { type: 'refund', limit: LOOKED_AT }),
    loadRecentEvents(db, merchantId, { type: 'auto-order-status', limit: LOOKED_AT }),
  ])
  return {
    orders: sales.flatMap((event) => (event.kind === 'order-paid' ? [event.order] : [])),
    refunds: refunds.filter((event) => event.kind === 'order-refunded'),
    autoOrders: statuses.flatMap((event) =>
      event.kind === 'auto-order-status-changed' ? [event.autoOrder] : [],
    ),
  }
}
