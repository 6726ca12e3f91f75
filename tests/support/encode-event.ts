import { composeMessage, type ItemNames } from '#lib/domain/compose-message.ts'
import type { StoreEvent } from '#lib/domain/store-event.ts'
import { encodeMessage } from '#lib/ontraport/encode-message.ts'

/** The document that tells an event; throws for one that has no message. */
export function encodeEvent(event: StoreEvent, names: ItemNames): string {
  const message = composeMessage(event, names)
  if (message === null) throw new Error('The event has no message.')
  return encodeMessage(message).xml
}
