import {
  describeTrial,
  listTrials,
  type RuleHistory,
  type RulePreview,
  type Rules,
} from '#lib/domain/preview-rules.ts'
import { findExample } from './find-example.ts'

/** What a rule would have made of these orders, refunds and auto orders. */
export function previewMessages(history: RuleHistory, name: string, rules: Rules): RulePreview {
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
        example: findExample(history.orders, rules),
      }
    case 'downgrade-word':
    case 'merged-auto-orders':
    case 'completed-auto-orders':
      return {
        sentences: [describeTrial(trials.autoOrders, rules)],
        example: findExample(history.autoOrders, rules),
      }
    default:
      return { sentences: [], example: null }
  }
}
