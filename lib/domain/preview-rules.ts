import { autoOrderWord } from './auto-order-word.ts'
import { judgeSale } from './judge-sale.ts'
import { withoutKitComponents } from './kit-components.ts'
import type { RelayRules } from './relay-rules.ts'
import type { AutoOrderSnapshot, OrderSnapshot } from './snapshot.ts'
import type { OrderRefunded } from './store-event.ts'

/** What happened last in a store, newest first, to try changed rules on. */
export type RuleHistory = {
  orders: OrderSnapshot[]
  refunds: OrderRefunded[]
  autoOrders: AutoOrderSnapshot[]
}

/** The rules as they are and as they would be. */
export type Rules = { before: RelayRules; after: RelayRules }

/** What a change of rules would have done. */
export type RulePreview = {
  sentences: string[]
  /** The lines in which one message of the store would have differed; `null` stands for no message at all. */
  example: { reference: string; before: string | null; after: string | null } | null
}

/** What these rules make of a thing, in words that follow "would be"; `''` where they have no say. */
type Verdict<Thing> = (thing: Thing, rules: RelayRules) => string

/** How a kind of thing would have been treated under other rules. */
export type Trial<Thing> = {
  noun: { one: string; many: string }
  things: readonly Thing[]
  verdict: Verdict<Thing>
}

/** One sentence that counts what would have been treated otherwise. */
export function describeTrial<Thing>(
  { noun, things, verdict }: Trial<Thing>,
  { before, after }: Rules,
): string {
  if (things.length === 0) return `There are no ${noun.many} yet to try this on.`
  const looked =
    things.length === 1 ? `the 1 ${noun.one}` : `the last ${things.length} ${noun.many}`
  const counts = new Map<string, number>()
  for (const thing of things) {
    const [was, is] = [verdict(thing, before), verdict(thing, after)]
    if (was === is) continue
    const change = `${is} instead of ${was}`
    counts.set(change, (counts.get(change) ?? 0) + 1)
  }
  const changes = [...counts].map(([change, count]) => `${count} would be ${change}`)
  return changes.length === 0
    ? `None of ${looked} would be treated otherwise.`
    : `Of ${looked}, ${changes.join(', ')}.`
}

/** The trials of the rules on orders and auto orders. */
export function listTrials({ orders, refunds, autoOrders }: RuleHistory) {
  return {
    orders: { noun: { one: 'order', many: 'orders' }, things: orders, verdict: judgeOrder },
    refunds: { noun: { one: 'refund', many: 'refunds' }, things: refunds, verdict: judgeRefund },
    autoOrders: {
      noun: { one: 'auto-order change', many: 'auto-order changes' },
      things: autoOrders,
      verdict: judgeAutoOrder,
    },
    kits: { noun: { one: 'order', many: 'orders' }, things: orders, verdict: judgeKit },
  }
}

const judgeOrder: Verdict<OrderSnapshot> = (order, rules) => {
  const judgement = judgeSale(order, rules)
  return judgement.kind === 'due' ? 'sent' : judgement.kind
}

const judgeRefund: Verdict<OrderRefunded> = ({ isPartial }, rules) =>
  isPartial && rules.partialRefunds === 'full-only' ? 'left out' : 'sent'

const judgeAutoOrder: Verdict<AutoOrderSnapshot> = (autoOrder, rules) => {
  const verdict = autoOrderWord(autoOrder, rules)
  return verdict.kind === 'word' ? `told as “${verdict.word}”` : 'left untold'
}

const judgeKit: Verdict<OrderSnapshot> = ({ items }, { kitComponents }) => {
  const hasComponents = withoutKitComponents(items ?? []).length < (items ?? []).length
  if (!hasComponents) return ''
  return kitComponents === 'send'
    ? 'sent with the components of its kit'
    : 'sent with its kit alone'
}
