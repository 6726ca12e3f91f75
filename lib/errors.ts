/** The closed set of a caller's faults; `lib/http.ts` maps each to one status. */
export type AppErrorCode =
  | 'malformed'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'unavailable'

/** A fault of the caller. `publicMessage` is shown to them, so it names the place and holds no secret. */
export class AppError extends Error {
  readonly code: AppErrorCode
  readonly publicMessage: string

  constructor(code: AppErrorCode, publicMessage: string, options: { cause?: unknown } = {}) {
    super(publicMessage, options)
    this.name = 'AppError'
    this.code = code
    this.publicMessage = publicMessage
  }
}

/** A reason why the product cannot start: one sentence for the operator, printed without a stack. */
export class StartError extends Error {
  override readonly name = 'StartError'
}
