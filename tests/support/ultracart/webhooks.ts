import type { Json, JsonObject } from '../build-order.ts'
import { type Answer, pageOf, type ReceivedCall, refusal } from './answers.ts'

/** The store's webhooks and what UltraCart noted of their deliveries. */
export type WebhookShelf = {
  webhooks: JsonObject[]
  /** `WebhookLog` models by webhook, newest first. */
  logs: Map<number, JsonObject[]>
}

const ROOT = '/rest/v2/webhook/webhooks'

/** `/webhook/webhooks` and below; `null` for what is no such address. */
export function answerWebhooks(call: ReceivedCall, shelf: WebhookShelf): Answer | null {
  const { method, path, query, body } = call
  if (path === ROOT && method === 'GET')
    return pageOf('webhooks', shelf.webhooks, query, {
      maxLimit: 200,
      give: withPlaceholders(query),
    })
  if (path === ROOT && method === 'POST') return insert(body ?? {}, shelf)
  const [oid, section, requestId] = path.slice(ROOT.length + 1).split('/')
  const webhook = shelf.webhooks.find((one) => String(one.webhook_oid) === oid)
  if (!path.startsWith(`${ROOT}/`)) return null
  if (webhook === undefined) return refusal(404, 'no such webhook')
  if (section === undefined && method === 'PUT') return replace(webhook, body ?? {}, shelf)
  if (section !== 'logs' || method !== 'GET') return null
  const logs = shelf.logs.get(Number(oid)) ?? []
  if (requestId === undefined) return answerSummaries(logs, query)
  const log = logs.find((one) => one.request_id === requestId)
  return log === undefined
    ? refusal(404, 'no such log')
    : { status: 200, body: { webhook_log: log, success: true } }
}

function insert(given: JsonObject, shelf: WebhookShelf): Answer {
  const fault = faultOf(given)
  if (fault !== null) return refusal(400, fault)
  const webhook = { ...given, webhook_oid: 7_000 + shelf.webhooks.length, pending: 0 }
  shelf.webhooks.push(webhook)
  return { status: 200, body: { webhook: withPlaceholders({ _placeholders: 'true' })(webhook) } }
}

function replace(webhook: JsonObject, given: JsonObject, shelf: WebhookShelf): Answer {
  const fault = faultOf(given)
  if (fault !== null) return refusal(400, fault)
  const kept = { ...given, webhook_oid: webhook.webhook_oid }
  shelf.webhooks.splice(shelf.webhooks.indexOf(webhook), 1, kept)
  return { status: 200, body: { webhook: kept, success: true } }
}

function faultOf({ authentication_type: type, api_version: version }: JsonObject): string | null {
  if (!['none', 'basic', 'api user', 'aws iam'].includes(String(type)))
    return `authentication_type ${String(type)} is not known`
  return version === '2017-03-01' ? null : 'api_version is not known'
}

/** With placeholders, events that nobody subscribed to and the possible expansions are shown, too. */
function withPlaceholders(query: Record<string, string>): (webhook: JsonObject) => JsonObject {
  if (query._placeholders !== 'true') return (webhook) => webhook
  return (webhook) => ({
    ...webhook,
    event_categories: [
      ...listOf(webhook.event_categories),
      {
        event_category: 'storefront',
        events: [{ event_name: 'screen_recording', subscribed: false }],
      },
    ].filter(
      (one, at, all) =>
        all.findIndex((other) => other.event_category === one.event_category) === at,
    ),
  })
}

function listOf(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function answerSummaries(logs: readonly JsonObject[], query: Record<string, string>): Answer {
  const since = Date.parse(query._since ?? '')
  const wanted = logs.filter((log) => !(Date.parse(String(log.delivery_dts)) < since))
  return pageOf('webhook_log_summaries', wanted, query, {
    maxLimit: 200,
    give: ({ delivery_dts, request_id, success }) => ({ delivery_dts, request_id, success }),
  })
}
