import { AppError, type AppErrorCode } from './errors.ts'
import { logger } from './logger.ts'

const STATUS: Record<AppErrorCode, number> = {
  malformed: 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
}

/** The answer for anything thrown: a caller's fault as it is, everything else as a neutral 500 with its cause logged. */
export function toResponse(error: unknown): Response {
  if (error instanceof AppError) {
    if (error.code === 'unavailable')
      logger.error({ err: error.cause ?? error }, 'request.unavailable')
    return Response.json(
      { error: { code: error.code, message: error.publicMessage } },
      { status: STATUS[error.code] },
    )
  }
  logger.error({ err: error }, 'request.failed')
  return Response.json(
    { error: { code: 'internal', message: 'Something went wrong on our side. Try again.' } },
    { status: 500 },
  )
}

/** What UltraCart may send in one delivery: its own page says 900 KB, its sample sets 5 MB. */
export const MAX_DELIVERY_BYTES = 6 * 1024 * 1024

/** What a form of the web app may send: a list of 6 MB and what surrounds it. */
export const MAX_FORM_BYTES = 7 * 1024 * 1024

/** The whole body; `AppError`: `too-large` as soon as it is longer than allowed, whatever its header said, `malformed` when it breaks off. */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = new AppError('too-large', `The body is larger than ${maxBytes} bytes.`)
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const part of request.body ?? []) {
      length += part.byteLength
      if (length > maxBytes) throw tooLarge
      parts.push(part)
    }
  } catch (cause) {
    throw cause === tooLarge
      ? tooLarge
      : new AppError('malformed', 'The body broke off.', { cause })
  }
  return Buffer.concat(parts)
}
