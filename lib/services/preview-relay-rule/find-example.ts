import { autoOrderWord } from '#lib/domain/auto-order-word.ts'
import { composeMessage } from '#lib/domain/compose-message.ts'
import { describeTrial, type RulePreview, type Rules } from '#lib/domain/preview-rules.ts'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import type { AutoOrderSnapshot, OrderSnapshot } from '#lib/domain/snapshot.ts'
import type { StoreEvent } from '#lib/domain/store-event.ts'
import { encodeFor } from '#lib/ontraport/encode-for.ts'
import { encodeMessage } from '#lib/ontraport/encode-message.ts'

const MOST_LINES = 12

/** The lines in which the first order or auto order that the rules differ on would have differed. */
export function findExample(
  things: readonly (OrderSnapshot | AutoOrderSnapshot)[],
  { before, after }: Rules,
): RulePreview['example'] {
  for (const thing of things) {
    const [was, is] = [encode(thing, before), encode(thing, after)]
    if (was === is) continue
    const reference = thing.kind === 'order' ? thing.orderId : thing.autoOrderCode
    return { reference, before: linesOnlyIn(was, is), after: linesOnlyIn(is, was) }
  }
  return null
}

function encode(thing: OrderSnapshot | AutoOrderSnapshot, rules: RelayRules): string | null {
  const message = composeMessage(toEvent(thing, rules), new Map(), rules)
  return message === null ? null : encodeMessage(message).xml
}

/** The event that tells of this, whatever came before. */
export function toEvent(thing: OrderSnapshot | AutoOrderSnapshot, rules: RelayRules): StoreEvent {
  if (thing.kind === 'order') return { kind: 'order-paid', order: thing, isRebill: false }
  const verdict = autoOrderWord(thing, rules)
  const word = verdict.kind === 'word' ? verdict.word : null
  return { kind: 'auto-order-status-changed', autoOrder: thing, word }
}

/** How many of these would be told otherwise by ONTRAPORT's API, and the lines in which the first would be. */
export function compareByApi(
  { noun, events }: { noun: { one: string; many: string }; events: readonly StoreEvent[] },
  rules: Rules,
): RulePreview {
  const encodeByApi = (event: StoreEvent, one: RelayRules) => {
    const message = composeMessage(event, new Map(), one)
    return message === null ? null : encodeFor('rest', message, one).request
  }
  const changed = events.flatMap((event) => {
    const [was, is] = [encodeByApi(event, rules.before), encodeByApi(event, rules.after)]
    return was === is ? [] : [{ event, was, is }]
  })
  const trial = {
    noun,
    things: events,
    verdict: (event: StoreEvent, one: RelayRules) => encodeByApi(event, one) ?? '',
  }
  const [first] = changed
  if (first === undefined) return { sentences: [describeTrial(trial, rules)], example: null }
  const looked =
    events.length === 1 ? `the 1 ${noun.one}` : `the last ${events.length} ${noun.many}`
  return {
    sentences: [`Of ${looked}, ${changed.length} would be told otherwise.`],
    example: {
      reference: referenceOf(first.event),
      before: linesOnlyIn(first.was, first.is),
      after: linesOnlyIn(first.is, first.was),
    },
  }
}

function referenceOf(event: StoreEvent): string {
  switch (event.kind) {
    case 'order-paid':
    case 'order-refunded':
      return event.order.orderId
    case 'auto-order-status-changed':
      return event.autoOrder.autoOrderCode
    case 'affiliate-joined':
    case 'affiliate-approval-changed':
      return String(event.affiliate.affiliateId)
  }
}

/** Against no message at all, the line that says most: the status. */
function linesOnlyIn(text: string | null, other: string | null): string | null {
  if (text === null) return null
  const known = new Set(linesOf(other ?? ''))
  return linesOf(text)
    .filter((line) => (other === null ? line.startsWith('<status>') : !known.has(line)))
    .slice(0, MOST_LINES)
    .join('\n')
}

/** A document is one line; each element goes on one of its own here. A plan of calls has its lines. */
function linesOf(text: string): string[] {
  return text.replaceAll('><', '>\n<').split('\n')
}
