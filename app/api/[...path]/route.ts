import { AppError } from '#lib/errors.ts'
import { toResponse } from '#lib/http.ts'

/** What is no address of the API gets an answer for programs, not a page. */
function answer(): Response {
  return toResponse(new AppError('not-found', 'There is nothing at this address.'))
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT }
