import type { Dispatcher } from 'undici'

const MAX_BODY_BYTES = 64 * 1024

/** How one call ended. `head` is there once a complete answer head has arrived. */
export type CallEnding = {
  hasLeft: boolean
  head: AnswerHead | null
  body: Buffer
  /** `null` when the answer arrived whole. */
  failure: CallFailure | null
}

export type AnswerHead = { status: number; headers: Record<string, string> }

export type CallFailure =
  | { kind: 'deadline' }
  | { kind: 'stopped' }
  | { kind: 'body-too-long' }
  | { kind: 'network'; error: Error }

/**
 * Follows one call and tells apart what undici's own `request` does not: a
 * failure before the message was handed to a connection, and one after it.
 * Keeps the first 64 KiB of the body, then destroys the socket.
 */
export class AnswerReader implements Dispatcher.DispatchHandler {
  readonly ending: Promise<CallEnding>
  #settle: (ending: CallEnding) => void
  #controller: Dispatcher.DispatchController | null = null
  #failure: CallFailure | null = null
  #head: AnswerHead | null = null
  #chunks: Buffer[] = []
  #byteCount = 0

  constructor() {
    const { promise, resolve } = Promise.withResolvers<CallEnding>()
    this.ending = promise
    this.#settle = resolve
  }

  /** Ends the call now; a message still waiting for a connection will never be sent. */
  stop(failure: CallFailure): void {
    this.#failure ??= failure
    if (this.#controller === null) this.#end(false)
    else this.#controller.abort(new Error(failure.kind))
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#failure === null) this.#controller = controller
    else controller.abort(new Error(this.#failure.kind))
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    const isInformational = status < 200
    if (!isInformational) this.#head = { status, headers: flatten(headers) }
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    const room = MAX_BODY_BYTES - this.#byteCount
    this.#chunks.push(chunk.subarray(0, room))
    this.#byteCount += Math.min(chunk.length, room)
    if (chunk.length > room) this.stop({ kind: 'body-too-long' })
  }

  onResponseEnd(): void {
    this.#end(true)
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    this.#failure ??= { kind: 'network', error }
    this.#end(this.#controller !== null)
  }

  #end(hasLeft: boolean): void {
    const body = Buffer.concat(this.#chunks)
    this.#settle({ hasLeft, head: this.#head, body, failure: this.#failure })
  }
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')]),
  )
}
