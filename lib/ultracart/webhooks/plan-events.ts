import { SUBSCRIPTIONS, type Subscription } from '#lib/domain/webhook-subscriptions.ts'
import { isObject } from '../fields.ts'
import { shorten } from '../malformed.ts'
import { eventSchema } from './webhook-schema.ts'

type Raw = Record<string, unknown>

export type EventsPlan = { categories: Raw[]; changes: string[]; warnings: string[] }

/** UltraCart's names of the categories that are subscribed to. */
const CATEGORY: Record<string, string> = { 'auto-order': 'auto_order' }

/** Subscribes to the events that the relay needs, each with its expansions; what else is subscribed to stays. */
export function planEvents(given: unknown): EventsPlan {
  const present = Array.isArray(given) ? given.filter(isObject) : []
  const plans = SUBSCRIPTIONS.map((subscription) => {
    const name = CATEGORY[subscription.kind] ?? subscription.kind
    const category = present.find((one) => one.event_category === name) ?? { event_category: name }
    return { name, ...planCategory(category, subscription) }
  })
  const planned = new Map(plans.map((plan) => [plan.name, plan.category]))
  const untouched = present.filter((one) => !planned.has(String(one.event_category)))
  return {
    categories: [...planned.values(), ...untouched],
    changes: plans.flatMap((plan) => plan.changes),
    warnings: plans.flatMap((plan) => plan.warnings),
  }
}

type CategoryPlan = { category: Raw; changes: string[]; warnings: string[] }

function planCategory(category: Raw, { title, events, expansions }: Subscription): CategoryPlan {
  const { events: given, any_subscribed: _, subscribed: __, ...rest } = category
  const present = Array.isArray(given) ? given.filter(isObject) : []
  const { offered, withheld } = offeredOf(category.available_expansions, expansions)
  const names = present.map((event) => eventSchema.parse(event).event_name)
  const added = events.filter((name) => !names.includes(name)).map((name) => ({ event_name: name }))
  const plans = [...present, ...added].map(
    (event): EventPlan =>
      events.includes(eventSchema.parse(event).event_name) ? planEvent(event, offered) : { event },
  )
  return {
    // Both flags are UltraCart's own sums over the events.
    category: { ...rest, events: plans.map((plan) => plan.event) },
    changes: [...saySubscribed(title, plans), ...sayExpanded(title, plans)],
    warnings: [
      ...withheld.map((one) => `${title}: UltraCart offers no expansion ${one}; it is left out.`),
      ...plans.flatMap((plan) => plan.warning ?? []),
    ],
  }
}

/** With UltraCart's list of what there is, only that is asked for. */
function offeredOf(available: unknown, wanted: readonly string[]) {
  const list = Array.isArray(available) ? available : []
  const isOffered = (name: string) => list.length === 0 || list.includes(name)
  return {
    offered: wanted.filter(isOffered),
    withheld: wanted.filter((name) => !isOffered(name)),
  }
}

type EventPlan = {
  event: Raw
  name?: string
  isNew?: boolean
  added?: string[]
  warning?: string | null
}

function planEvent(event: Raw, wanted: readonly string[]): EventPlan {
  const { event_name: name, subscribed, expansion, event_ruler: filter } = eventSchema.parse(event)
  const present = expansion
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const added = wanted.filter((one) => !present.includes(one))
  return {
    event: { ...event, subscribed: true, expansion: [...present, ...added].join(',') },
    name,
    isNew: subscribed !== true,
    added,
    warning:
      filter === ''
        ? null
        : `${name} has a filter in UltraCart (${shorten(filter)}), so not every event is sent. It is left as it is.`,
  }
}

function saySubscribed(title: string, plans: readonly EventPlan[]): string[] {
  const names = plans.flatMap(({ isNew, name }) => (isNew === true ? (name ?? []) : []))
  return names.length === 0 ? [] : [`${title}: report ${names.join(', ')}, with all expansions.`]
}

/** Events that lack the same expansions are named together. */
function sayExpanded(title: string, plans: readonly EventPlan[]): string[] {
  const lacking = plans.filter(({ isNew, added = [] }) => isNew === false && added.length > 0)
  const bySet = Map.groupBy(lacking, ({ added = [] }) => added.join(', '))
  return [...bySet].map(
    ([added, events]) =>
      `${title}: add the expansions ${added} to ${events.map(({ name }) => name).join(', ')}.`,
  )
}
