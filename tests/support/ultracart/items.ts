import type { JsonObject } from '../build-order.ts'
import { type Answer, pageOf, type ReceivedCall } from './answers.ts'

/** UltraCart's documentation gives the most that one page may bring. */
const MAX_LIMIT = 2_000

/** `GET /item/items`. */
export function answerItems({ query }: ReceivedCall, items: readonly JsonObject[]): Answer {
  const since = Date.parse(query._since ?? '')
  const wanted = items.filter(
    (item) => Number.isNaN(since) || Date.parse(String(item.last_modified_dts)) >= since,
  )
  const expansions = (query._expand ?? '').split(',')
  return pageOf('items', wanted, query, {
    maxLimit: MAX_LIMIT,
    give: (item) => expand(item, expansions),
  })
}

const PARTS = ['accounting', 'auto_order', 'content', 'identifiers', 'pricing', 'tax']

/** An item without the parts that were not asked for. */
function expand(item: JsonObject, expansions: readonly string[]): JsonObject {
  const kept = Object.fromEntries(
    Object.entries(item).filter(([name]) => !PARTS.includes(name) || expansions.includes(name)),
  )
  const { content } = kept
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return kept
  const { attributes = null, ...rest } = content
  return expansions.includes('content.attributes')
    ? { ...kept, content: { ...rest, attributes } }
    : { ...kept, content: rest }
}
