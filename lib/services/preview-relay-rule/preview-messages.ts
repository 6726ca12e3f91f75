import type { Way } from '#lib/domain/connection.ts'
import {
  describeTrial,
  listTrials,
  type RuleHistory,
  type RulePreview,
  type Rules,
} from '#lib/domain/preview-rules.ts'
import { compareByApi, findExample, toEvent } from './find-example.ts'

/** What a rule would have made of these orders, refunds and auto orders. */
export function previewMessages(
  history: RuleHistory,
  name: string,
  { way, ...rules }: Rules & { way: Way },
): RulePreview {
  const trials = listTrials(history)
  switch (name) {
    case 'test-orders':
    case 'free-orders':
    case 'start-date':
      return { sentences: [describeTrial(trials.orders, rules)], example: null }
    case 'partial-refunds':
      return { sentences: [describeTrial(trials.refunds, rules)], example: null }
    case 'kit-components':
      return {
        sentences: [describeTrial(trials.kits, rules)],
        example: findExample(history.orders, rules, way),
      }
    case 'downgrade-word':
    case 'merged-auto-orders':
    case 'completed-auto-orders':
      return {
        sentences: [describeTrial(trials.autoOrders, rules)],
        example: findExample(history.autoOrders, rules, way),
      }
    default:
      return previewByApi(history, name, rules)
  }
}

const ORDERS = { one: 'order', many: 'orders' }
const REFUNDS = { one: 'refund', many: 'refunds' }
const STATUSES = { one: 'auto-order change', many: 'auto-order changes' }

function previewByApi(
  { orders, refunds, autoOrders }: RuleHistory,
  name: string,
  rules: Rules,
): RulePreview {
  switch (name) {
    case 'api-whole-refunds':
    case 'api-partial-refund-tag':
      return compareByApi({ noun: REFUNDS, events: refunds }, rules)
    case 'api-status-field':
    case 'api-status-tag':
      return compareByApi(
        { noun: STATUSES, events: autoOrders.map((one) => toEvent(one, rules.before)) },
        rules,
      )
    case 'api-affiliate-field':
    case 'api-affiliate-tag':
      return { sentences: [], example: null }
    default:
      return compareByApi(
        { noun: ORDERS, events: orders.map((one) => toEvent(one, rules.before)) },
        rules,
      )
  }
}
