import { autoOrderWord } from '#lib/domain/auto-order-word.ts'
import { composeMessage } from '#lib/domain/compose-message.ts'
import type { RulePreview, Rules } from '#lib/domain/preview-rules.ts'
import type { RelayRules } from '#lib/domain/relay-rules.ts'
import type { AutoOrderSnapshot, OrderSnapshot } from '#lib/domain/snapshot.ts'
import type { StoreEvent } from '#lib/domain/store-event.ts'
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

function toEvent(thing: OrderSnapshot | AutoOrderSnapshot, rules: RelayRules): StoreEvent {
  if (thing.kind === 'order') return { kind: 'order-paid', order: thing, isRebill: false }
  const verdict = autoOrderWord(thing, rules)
  const word = verdict.kind === 'word' ? verdict.word : null
  return { kind: 'auto-order-status-changed', autoOrder: thing, word }
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

/** The document is one line; each element goes on one of its own here. */
function linesOf(text: string): string[] {
  return text.replaceAll('><', '>\n<').split('\n')
}
