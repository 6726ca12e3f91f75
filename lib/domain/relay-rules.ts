import { readIsoMoment } from './iso-moment.ts'
import { DEFAULT_REST_RULES, REST_RULE_NAMES, type RestRules, setRestRule } from './rest-rules.ts'
import { readSaleDelay } from './sale-delay.ts'

/** The merchant's choices. Stored as JSON; read through `readRelayRules`, so a missing choice has its default. */
export type RelayRules = {
  testOrders: 'send' | 'skip'
  freeOrders: 'send' | 'skip'
  partialRefunds: 'send' | 'full-only'
  /** The vendor's page spells it "download"; UltraCart's own postback says "downgrade". */
  downgradeWord: 'cancelled download' | 'cancelled downgrade'
  /** An auto order that was merged into another: the word ONTRAPORT hears, or none. */
  mergedAutoOrders: 'silent' | 'cancelled'
  /** An auto order that ran to its planned end. */
  completedAutoOrders: 'terminated' | 'cancelled' | 'silent'
  /** Whether the components of a kit have lines of their own beside it. */
  kitComponents: 'leave-out' | 'send'
  /** What an answer that got lost means for a sale or a refund. */
  onUnknown: 'retry' | 'ask'
  /** Orders created before this moment (ISO 8601, UTC) tell nothing; `null` means no limit. */
  startDate: string | null
  /** Words in a 2xx answer that make it a failure, lower case. */
  failureWords: string[]
  /** When there are any, a 2xx answer is accepted only if it has one of them; lower case. */
  successWords: string[]
  /** Under the API method: whether the receipt pixel names the partner first and the sale waits for it. */
  attributeByPixel: 'off' | 'on'
  /** How long a sale then waits after UltraCart reported it. */
  saleDelaySeconds: number
  /** ONTRAPORT's pixels spell the buyer's email in two ways; the merchant's own pixel shows which is theirs. */
  pixelEmail: PixelEmailName
  /** What counts where messages go by ONTRAPORT's documented API. */
  rest: RestRules
}

export const PIXEL_EMAIL_NAMES = ['email', 'E-Mail'] as const
export type PixelEmailName = (typeof PIXEL_EMAIL_NAMES)[number]

export const DEFAULT_RELAY_RULES: RelayRules = {
  testOrders: 'skip',
  freeOrders: 'send',
  partialRefunds: 'send',
  downgradeWord: 'cancelled download',
  mergedAutoOrders: 'silent',
  completedAutoOrders: 'terminated',
  kitComponents: 'leave-out',
  onUnknown: 'retry',
  startDate: null,
  failureWords: ['failure', 'failed', 'error', 'invalid', 'denied'],
  successWords: [],
  attributeByPixel: 'off',
  saleDelaySeconds: 30,
  pixelEmail: 'email',
  rest: DEFAULT_REST_RULES,
}

/** The rules with defaults for what the stored JSON lacks. */
export function readRelayRules(stored: Partial<RelayRules>): RelayRules {
  return {
    ...DEFAULT_RELAY_RULES,
    ...stored,
    rest: { ...DEFAULT_REST_RULES, ...stored.rest },
  }
}

/** Changes one rule by its public name, such as `on-unknown`; a sentence comes back when the name or value is wrong. */
export function setRelayRule(
  rules: RelayRules,
  name: string,
  value: string,
): { kind: 'set'; rules: RelayRules } | { kind: 'invalid'; reason: string } {
  if (name === 'start-date') return setStartDate(rules, value)
  if (name === 'failure-words')
    return { kind: 'set', rules: { ...rules, failureWords: readWords(value) } }
  if (name === 'success-words')
    return { kind: 'set', rules: { ...rules, successWords: readWords(value) } }
  if (name === 'sale-delay') return setSaleDelay(rules, value)
  const rest = setRestRule(rules.rest, name, value)
  if (typeof rest === 'string') return { kind: 'invalid', reason: rest }
  if (rest !== null) return { kind: 'set', rules: { ...rules, rest } }
  const rule = CHOICES.find((choice) => choice.name === name)
  if (rule === undefined)
    return {
      kind: 'invalid',
      reason: `There is no rule "${name}". Rules: ${RULE_NAMES.join(', ')}.`,
    }
  const next = rule.set(rules, value)
  return next === null
    ? {
        kind: 'invalid',
        reason: `The rule ${name} takes ${rule.values.join(' or ')}, not "${value}".`,
      }
    : { kind: 'set', rules: next }
}

function setStartDate(rules: RelayRules, value: string): ReturnType<typeof setRelayRule> {
  if (value === 'none') return { kind: 'set', rules: { ...rules, startDate: null } }
  const moment = readIsoMoment(value)
  if (moment === null)
    return {
      kind: 'invalid',
      reason: `The rule start-date takes a date such as 2026-11-01, now, or none; not "${value}".`,
    }
  return { kind: 'set', rules: { ...rules, startDate: moment.toISOString() } }
}

function setSaleDelay(rules: RelayRules, value: string): ReturnType<typeof setRelayRule> {
  const delay = readSaleDelay(value)
  return delay.kind === 'invalid'
    ? delay
    : { kind: 'set', rules: { ...rules, saleDelaySeconds: delay.seconds } }
}

function readWords(value: string): string[] {
  const words = value
    .replaceAll('\0', '')
    .toWellFormed()
    .split(',')
    .map((word) => word.trim().toLowerCase())
  return [...new Set(words)].filter((word) => word !== '')
}

type Choice = {
  name: string
  values: readonly string[]
  set: (rules: RelayRules, value: string) => RelayRules | null
}

function choice<Key extends keyof RelayRules, Value extends RelayRules[Key] & string>(
  name: string,
  key: Key,
  values: readonly Value[],
): Choice {
  return {
    name,
    values,
    set: (rules, value) => {
      const found = values.find((candidate) => candidate === value)
      return found === undefined ? null : { ...rules, [key]: found }
    },
  }
}

const CHOICES: readonly Choice[] = [
  choice('test-orders', 'testOrders', ['send', 'skip']),
  choice('free-orders', 'freeOrders', ['send', 'skip']),
  choice('partial-refunds', 'partialRefunds', ['send', 'full-only']),
  choice('downgrade-word', 'downgradeWord', ['cancelled download', 'cancelled downgrade']),
  choice('merged-auto-orders', 'mergedAutoOrders', ['silent', 'cancelled']),
  choice('completed-auto-orders', 'completedAutoOrders', ['terminated', 'cancelled', 'silent']),
  choice('kit-components', 'kitComponents', ['leave-out', 'send']),
  choice('on-unknown', 'onUnknown', ['retry', 'ask']),
  choice('attribute-by-pixel', 'attributeByPixel', ['off', 'on']),
  choice('pixel-email', 'pixelEmail', PIXEL_EMAIL_NAMES),
]

const RULE_NAMES = [
  ...CHOICES.map((rule) => rule.name),
  'start-date',
  'failure-words',
  'success-words',
  'sale-delay',
  ...REST_RULE_NAMES,
]
