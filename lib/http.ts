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
