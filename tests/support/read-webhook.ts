import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AutoOrderSnapshot, ItemSnapshot, OrderSnapshot } from '#lib/domain/snapshot.ts'
import { AppError } from '#lib/errors.ts'
import { type ReadEvent, readDelivery } from '#lib/ultracart/read-delivery.ts'
import { aWebhook, type Json } from './build-order.ts'

/** The bytes of a file in tests/fixtures. */
export function fixtureBytes(name: string): Uint8Array {
  return readFileSync(join(import.meta.dirname, '../fixtures', name))
}

/** Any value as the bytes of a JSON body. */
export function toBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}

/** A webhook's body read for the merchant DEMO. */
export function readJson(value: unknown): ReadEvent[] {
  return readDelivery(toBytes(value), 'DEMO')
}

/** One order as the relay sees it. */
export function readOrder(order: Json, eventName = 'order_create'): OrderSnapshot {
  const snapshot = readModel(eventName, order)
  if (snapshot.kind !== 'order') throw new Error(`${eventName} was read as ${snapshot.kind}`)
  return snapshot
}

/** One auto order as the relay sees it. */
export function readAutoOrder(order: Json, eventName = 'auto_order_update'): AutoOrderSnapshot {
  const snapshot = readModel(eventName, order)
  if (snapshot.kind !== 'auto-order') throw new Error(`${eventName} was read as ${snapshot.kind}`)
  return snapshot
}

/** One item as the relay sees it. */
export function readItem(item: Json, eventName = 'item_update'): ItemSnapshot {
  const snapshot = readModel(eventName, item)
  if (snapshot.kind !== 'item') throw new Error(`${eventName} was read as ${snapshot.kind}`)
  return snapshot
}

/** The sentence with which a body is refused; `null` when it is taken. */
export function refusalOf(body: Uint8Array, merchantId = 'DEMO'): string | null {
  try {
    readDelivery(body, merchantId)
    return null
  } catch (error) {
    if (error instanceof AppError && error.code === 'malformed') return error.publicMessage
    throw error
  }
}

function readModel(eventName: string, model: Json) {
  const [event] = readJson(aWebhook([[eventName, model]]))
  if (event?.kind !== 'snapshot') throw new Error(`${eventName} was ignored`)
  return event.snapshot
}
