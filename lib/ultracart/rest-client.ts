// UltraCart's REST API, version 2017-03-01: JSON over HTTPS, proved by a simple
// key in a header. An answer says `success`, or an `error` with a message for
// people. It allows 1,000 calls an hour and 10,000 a day, counted by key and by
// address, and no two calls at a time; whoever exceeds that gets 429, mostly
// without being told how long to wait. Taking turns is the caller's duty.
// (ultracart.com/api: rate_limiting, pagination; the SDK's ModelError.)

import type { Dispatcher } from 'undici'
import { request } from 'undici'
import { explainRefusal, explainSilence, type RestFailure } from './explain-rest.ts'
import { isObject } from './fields.ts'
import { restAgent } from './rest-agent.ts'

export type RestCall = {
  /** Where the API is, such as `https://secure.ultracart.com/rest/v2`. */
  baseUrl: string
  simpleKey: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below the base, such as `/item/items`. */
  path: string
  query?: Record<string, string | number | undefined>
  /** Sent as JSON. */
  body?: unknown
  signal?: AbortSignal
  agent?: Dispatcher
  totalTimeoutMs?: number
}

/** What came of a call. Every `reason` is a sentence for the merchant and holds no key. */
export type RestAnswer = { kind: 'answered'; body: Record<string, unknown> } | RestFailure

/** No call lasts longer; who takes turns may count on it. */
export const REST_TIMEOUT_MS = 60_000
const USER_AGENT = 'ultracart-ontraport-relay/0.1'

/** Makes one call and says what came of it; what the network or UltraCart does is never thrown. */
export async function callUltraCart(call: RestCall): Promise<RestAnswer> {
  const { agent = restAgent(), totalTimeoutMs = REST_TIMEOUT_MS } = call
  const host = new URL(call.baseUrl).host
  const deadline = AbortSignal.timeout(totalTimeoutMs)
  const signal = call.signal === undefined ? deadline : AbortSignal.any([deadline, call.signal])
  try {
    const { statusCode, headers, body } = await request(toUrl(call), {
      method: call.method,
      headers: toHeaders(call),
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      dispatcher: agent,
      signal,
    })
    return readAnswer(statusCode, headers, await body.text())
  } catch (error) {
    return explainSilence(error, { host, totalTimeoutMs, isLate: deadline.aborted })
  }
}

function toUrl({ baseUrl, path, query = {} }: RestCall): URL {
  const url = new URL(`${baseUrl.replace(/\/$/, '')}${path}`)
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, String(value))
  return url
}

function toHeaders({ simpleKey, body }: RestCall): Record<string, string> {
  return {
    'x-ultracart-simple-key': simpleKey,
    'x-ultracart-api-version': '2017-03-01',
    accept: 'application/json',
    'user-agent': USER_AGENT,
    ...(body === undefined ? {} : { 'content-type': 'application/json; charset=UTF-8' }),
  }
}

function readAnswer(
  status: number,
  headers: Record<string, string | string[] | undefined>,
  text: string,
): RestAnswer {
  const body = parse(text)
  const isFine = status >= 200 && status < 300 && body !== null && body.success !== false
  if (isFine && !isObject(body.error)) return { kind: 'answered', body }
  return explainRefusal({ status, retryAfter: headers['retry-after'], body })
}

/** An empty answer, which a deletion gives, is an object without fields; `null` stands for what is no JSON object. */
function parse(text: string): Record<string, unknown> | null {
  if (text.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    // A page of HTML, from a proxy or from maintenance, is no answer of the API.
    return null
  }
}
