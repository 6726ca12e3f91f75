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

/**
 * The answer for anything thrown: a caller's fault as it is, everything else as a
 * neutral 500 with its cause logged. A 401 says by `challenge` what proof is wanted
 * (RFC 9110, 15.5.2); some clients send their credentials only when asked.
 */
export function toResponse(error: unknown, challenge?: string): Response {
  if (error instanceof AppError) {
    if (error.code === 'unavailable')
      logger.error({ err: error.cause ?? error }, 'request.unavailable')
    const isChallenge = error.code === 'unauthorized' && challenge !== undefined
    return Response.json(
      { error: { code: error.code, message: error.publicMessage } },
      {
        status: STATUS[error.code],
        headers: isChallenge ? { 'WWW-Authenticate': challenge } : {},
      },
    )
  }
  logger.error({ err: error }, 'request.failed')
  return Response.json(
    { error: { code: 'internal', message: 'Something went wrong on our side. Try again.' } },
    { status: 500 },
  )
}

/** How UltraCart's deliveries and the affiliates of a form prove themselves (RFC 7617). */
export const DELIVERY_CHALLENGE = 'Basic realm="webhook", charset="UTF-8"'
/** How ONTRAPORT's poll proves itself. */
export const FEED_CHALLENGE = 'Basic realm="items", charset="UTF-8"'
/** How scripts prove themselves (RFC 6750). */
export const TOKEN_CHALLENGE = 'Bearer realm="relay"'

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
