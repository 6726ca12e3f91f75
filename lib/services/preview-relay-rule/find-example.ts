import { autoOrderWord } from '#lib/domain/auto-order-word.ts'
import { composeMessage } from '#lib/domain/compose-message.ts'
import type { Way } from '#lib/domain/connection.ts'
import { describeTrial, type RulePreview, type Rules } from '#lib/domain/preview-rules.ts'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import type { AutoOrderSnapshot, OrderSnapshot } from '#lib/domain/snapshot.ts'
import type { StoreEvent } from '#lib/domain/store-event.ts'
import { encodeFor } from '#lib/ontraport/encode-for.ts'

const MOST_LINES = 12

/** The lines in which the first order or auto order that the rules differ on would have differed, on the way that the store's messages take. */
export function findExample(
  things: readonly (OrderSnapshot | AutoOrderSnapshot)[],
  { before, after }: Rules,
  way: Way,
): RulePreview['example'] {
  const encode = (thing: OrderSnapshot | AutoOrderSnapshot, rules: RelayRules) =>
    encodeEvent(toEvent(thing, rules), rules, way)
  for (const thing of things) {
    const [was, is] = [encode(thing, before), encode(thing, after)]
    if (was === is) continue
    const reference = thing.kind === 'order' ? thing.orderId : thing.autoOrderCode
    return { reference, ...showDifference(was, is) }
  }
  return null
}

function encodeEvent(event: StoreEvent, rules: RelayRules, way: Way): string | null {
  const message = composeMessage(event, new Map(), rules)
  return message === null ? null : encodeFor(way, message, rules).request
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
  const encodeByApi = (event: StoreEvent, one: RelayRules) => encodeEvent(event, one, 'rest')
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
    example: { reference: referenceOf(first.event), ...showDifference(first.was, first.is) },
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

type Texts = { before: string | null; after: string | null }

/** The lines that only one of the two has; where each has those of the other, what stands elsewhere in it. */
function showDifference(was: string | null, is: string | null): Texts {
  const own = { before: linesOnlyIn(was, is), after: linesOnlyIn(is, was) }
  if (was === null || is === null || own.before !== '' || own.after !== '') return own
  const [before, after] = [linesOf(was), linesOf(is)]
  const first = before.findIndex((line, at) => line !== after[at])
  const behind = before.toReversed().findIndex((line, at) => line !== after.at(-1 - at))
  const cut = (lines: string[]) =>
    lines
      .slice(first, lines.length - behind)
      .slice(0, MOST_LINES)
      .join('\n')
  return { before: cut(before), after: cut(after) }
}

/** Against no message at all, what says most: a document's status, the beginning of a plan. */
function linesOnlyIn(text: string | null, other: string | null): string | null {
  if (text === null) return null
  const [lines, known] = [linesOf(text), new Set(linesOf(other ?? ''))]
  const status = lines.filter((line) => line.startsWith('<status>'))
  const own = lines.filter((line) => !known.has(line))
  return (other === null && status.length > 0 ? status : own).slice(0, MOST_LINES).join('\n')
}

/** A document is one line; each element goes on one of its own here. A plan of calls has its lines. */
function linesOf(text: string): string[] {
  return text.replaceAll('><', '>\n<').split('\n')
}
