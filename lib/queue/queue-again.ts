import type { Db } from '#lib/db/client.ts'
import { openStreams, saveStreams, streamName } from '#lib/db/streams.ts'
import { forgetRequest, loadSendable, requeue, streamKeyOfRow } from '#lib/db/transmissions.ts'
import type { ResendMode } from '#lib/domain/bulk-resend.ts'
import { hasMessage } from '#lib/domain/has-message.ts'
import { markTold } from '#lib/domain/mark-told.ts'
import type { StoreEvent } from '#lib/domain/store-event.ts'
import type { AttemptTrigger } from '#lib/domain/transmission.ts'
import { advanceStreams } from './advance-streams.ts'

export type Again = {
  id: string
  mode: ResendMode
  trigger: Exclude<AttemptTrigger, 'auto'>
  /** Whether one that ONTRAPORT accepted already may go out once more. */
  isSentAllowed: boolean
}

export type QueuedAgain =
  | { kind: 'queued' }
  | {
      kind: 'refused'
      why: 'sending' | 'sent-already' | 'nothing-to-send' | 'sandbox-left' | 'sandbox-on'
    }

/**
 * Puts a transmission back into the queue with the caller's transaction; it
 * keeps its place in its stream and its attempts are numbered on. The stream
 * remembers that it is told now, so that no later snapshot sends it once more.
 */
export async function queueAgain(db: Db, again: Again): Promise<QueuedAgain> {
  const [found] = await loadSendable(db, [again.id])
  if (found === undefined) return { kind: 'refused', why: 'nothing-to-send' }
  const key = streamKeyOfRow(found)
  const stream = (await openStreams(db, [key])).get(streamName(key))
  const [row] = await loadSendable(db, [again.id])
  if (row === undefined || isSilent(row.event)) return { kind: 'refused', why: 'nothing-to-send' }
  if (row.isOfOtherSide)
    return { kind: 'refused', why: row.isSandbox ? 'sandbox-left' : 'sandbox-on' }
  if (row.status === 'sending') return { kind: 'refused', why: 'sending' }
  if (row.status === 'sent' && !again.isSentAllowed) return { kind: 'refused', why: 'sent-already' }
  if (again.mode === 'as-mapped-today') await forgetRequest(db, again.id)
  const { position } = await requeue(db, again.id, again.trigger)
  if (stream?.known) await saveStreams(db, [{ key, known: markTold(stream.known, position) }])
  await advanceStreams(db, [key], new Set([again.id]))
  return { kind: 'queued' }
}

/** What no message can be made of: what is only noted, and polls, which ONTRAPORT begins. */
function isSilent(event: StoreEvent | { kind: 'items-polled' }): boolean {
  return event.kind === 'items-polled' || !hasMessage(event)
}
