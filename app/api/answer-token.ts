import type { Access } from '#lib/domain/access.ts'
import { TOKEN_CHALLENGE, toResponse } from '#lib/http.ts'
import { authenticateToken } from '#lib/services/authenticate-token.ts'

/** Answers a caller that brings a merchant's bearer token; no answer may be kept by a cache. */
export async function answerToken(
  request: Request,
  deed: (access: Access) => Promise<Response>,
): Promise<Response> {
  const response = await answer(request, deed)
  response.headers.set('Cache-Control', 'no-store')
  return response
}

async function answer(
  request: Request,
  deed: (access: Access) => Promise<Response>,
): Promise<Response> {
  try {
    return await deed(await authenticateToken(request.headers.get('authorization')))
  } catch (error) {
    return toResponse(error, TOKEN_CHALLENGE)
  }
}
