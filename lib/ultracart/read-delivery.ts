// UltraCart posts webhooks: `{"events":[{"order_create":{…}},…]}` or that array
// alone, usually several events a body, in no promised order and more than once,
// plain or compressed. Its older XML Postback may call the same address.
// It proves itself by HTTP Basic and nothing else: no signature, no event id.
// It waits 30 s for an answer of exactly 200 and sends the whole body again
// after anything else, with a growing delay, until it disables the webhook.

import type { Snapshot } from '#lib/domain/snapshot.ts'
import { checkMerchant } from './check-merchant.ts'
import { classifyEvent } from './classify-event.ts'
import { isObject } from './fields.ts'
import { malformed, placeOf, shorten } from './malformed.ts'
import { readPostback } from './postback/read-postback.ts'
import { readSnapshot } from './read-snapshot.ts'
import { unpackBody } from './unpack-body.ts'

/** One event of a delivery. `path` is its place in the body, such as `events[0].order_create`. */
export type ReadEvent =
  | { kind: 'snapshot'; eventName: string; path: string; snapshot: Snapshot }
  | { kind: 'ignored'; eventName: string; path: string; reason: string }

/** Far above what UltraCart packs into one body; keeps one sender from holding everybody up. */
const MAX_EVENTS = 10_000

/**
 * Reads a webhook's body as the events that it brings, in their order; none is
 * left out. `merchantId` is the one of the address that the body was sent to.
 * Throws `AppError`: `malformed` with a sentence that names the place,
 * `too-large` for a compressed body of more than 32 MB.
 */
export function readDelivery(body: Uint8Array, merchantId: string): ReadEvent[] {
  const unpacked = unpackBody(body)
  return unpacked.kind === 'xml'
    ? readPostedXml(unpacked.text, merchantId)
    : readEnvelope(unpacked.value, merchantId)
}

function readPostedXml(text: string, merchantId: string): ReadEvent[] {
  const posted = readPostback(text, { merchantId, maxCount: MAX_EVENTS })
  return posted.map(({ path, snapshot }) => ({
    kind: 'snapshot',
    eventName: snapshot.eventName,
    path,
    snapshot,
  }))
}

function readEnvelope(envelope: unknown, merchantId: string): ReadEvent[] {
  const events = findEvents(envelope, merchantId)
  if (events.length > MAX_EVENTS)
    throw malformed('The body', `brings more than ${MAX_EVENTS} events`)
  return events.map((event) => readEvent(event, merchantId))
}

type Found = { name: string; model: unknown; path: string }

function findEvents(envelope: unknown, merchantId: string): Found[] {
  if (Array.isArray(envelope)) return envelope.flatMap((one, at) => entriesOf(one, placeOf('', at)))
  if (!isObject(envelope)) throw malformed('The body', 'is neither an object nor a list')
  if (envelope.events === undefined) throw malformed('events', 'is missing')
  if (!Array.isArray(envelope.events)) throw malformed('events', 'is not a list')
  checkMerchant(envelope.merchant_id, merchantId, '')
  return envelope.events.flatMap((one, at) => entriesOf(one, placeOf('events', at)))
}

/** Keys that mark a model sent without the one-key object around it, which names the event. */
const MODEL_KEYS = [
  'order_id',
  'auto_order_code',
  'auto_order_oid',
  'merchant_item_id',
  'affiliate_oid',
]

function entriesOf(element: unknown, path: string): Found[] {
  if (!isObject(element)) throw malformed(path, 'is not an object')
  const entries = Object.entries(element)
  if (entries.length === 0) throw malformed(path, 'names no event')
  const stray = MODEL_KEYS.find((key) => Object.hasOwn(element, key))
  if (stray !== undefined)
    throw malformed(path, `should name its event, such as order_create, but holds ${stray} itself`)
  return entries.map(([name, model]) => ({ name, model, path: placeOf(path, name) }))
}

function readEvent({ name, model, path }: Found, merchantId: string): ReadEvent {
  const eventName = shorten(name)
  const classified = classifyEvent(eventName, model)
  if (classified.kind === 'ignored') return { ...classified, eventName, path }
  if (!isObject(model)) throw malformed(path, 'is not an object')
  checkMerchant(model.merchant_id, merchantId, path)
  const snapshot = readSnapshot(classified.kind, model, { merchantId, eventName, path })
  return { kind: 'snapshot', eventName, path, snapshot }
}
