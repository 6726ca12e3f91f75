import { type RelayRules, setRelayRule } from './relay-rules.ts'

/** A rule's public name and its new value, such as `['on-unknown', 'ask']`. */
export type RuleChange = readonly [name: string, value: string]

/** Makes all the changes or, at the first wrong one, says what is wrong. The value `now` of `start-date` is the given moment. */
export function changeRelayRules(
  rules: RelayRules,
  changes: readonly RuleChange[],
  now: Date,
): ReturnType<typeof setRelayRule> {
  let changed = rules
  for (const [name, value] of changes) {
    const isNow = name === 'start-date' && value === 'now'
    const result = setRelayRule(changed, name, isNow ? now.toISOString() : value)
    if (result.kind === 'invalid') return result
    changed = result.rules
  }
  return { kind: 'set', rules: changed }
}
