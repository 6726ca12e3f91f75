import type { IncomingMessage } from 'node:http'
import { AppError } from './errors.ts'

const DRAIN_MS = 5_000

/** The whole body; throws `AppError('too-large')` as soon as it is known to be over the limit. */
export async function readIncomingBody(
  request: IncomingMessage,
  limitBytes: number,
): Promise<Uint8Array> {
  if (declaredBytes(request) > limitBytes) throw tooLarge(limitBytes)
  const chunks: Buffer[] = []
  let size = 0
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.byteLength
      if (size > limitBytes) {
        request.removeAllListeners('data')
        request.pause()
        reject(tooLarge(limitBytes))
      } else chunks.push(chunk)
    })
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('close', () => {
      if (!request.complete) reject(new BrokenOffError('The caller hung up.'))
    })
  })
}

/** The caller hung up in the middle of the body: there is nobody left to answer. */
export class BrokenOffError extends Error {
  override readonly name = 'BrokenOffError'
}

/**
 * Lets the rest of an unread body run out, for some seconds. A connection closed
 * while the caller still sends would be reset, and the caller not see the answer.
 */
export function drainBody(request: IncomingMessage, isSent?: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, DRAIN_MS)
    const finish = (): void => {
      clearTimeout(timer)
      resolve()
    }
    if (request.readableEnded || request.destroyed) return finish()
    void isSent?.then(finish)
    request.once('end', finish).once('close', finish).resume()
  })
}

/**
 * Lets another reader have the body, up to the limit; what comes after it is
 * thrown away, its end included. `onExcess` is called once and told when the
 * caller has sent everything. A declared length is checked before: only a body in
 * chunks can turn out longer.
 */
export function capBody(
  request: IncomingMessage,
  limitBytes: number,
  onExcess: (isSent: Promise<void>) => void,
): void {
  if (request.headers['transfer-encoding'] === undefined) return
  const push = request.push.bind(request)
  const sent = Promise.withResolvers<void>()
  let size = 0
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    const wasOver = size > limitBytes
    size += chunk?.byteLength ?? 0
    if (size <= limitBytes) return push(chunk, encoding)
    if (!wasOver) onExcess(sent.promise)
    if (chunk === null) sent.resolve()
    return true
  }
}

/** What the Content-Length header says; 0 when the body comes in chunks. */
export function declaredBytes(request: IncomingMessage): number {
  return Number(request.headers['content-length'] ?? 0)
}

/** The refusal of a body over the limit. */
export function tooLarge(limitBytes: number): AppError {
  return new AppError('too-large', `The body is larger than ${limitBytes} bytes.`)
}
