import { answerToken } from '#app/api/answer-token.ts'
import { readLogQuery } from '#app/api/transmissions/read-log-query.ts'
import { listTransmissions } from '#lib/services/list-transmissions.ts'

export const dynamic = 'force-dynamic'

/** One page of the log of the token's merchant: `{"transmissions":[…],"nextCursor":…}`, newest first. */
export function GET(request: Request): Promise<Response> {
  return answerToken(request, async (access) => {
    const { filter, page } = readLogQuery(new URL(request.url).searchParams)
    const { transmissions, nextCursor } = await listTransmissions(access, filter, page)
    return Response.json({ transmissions, nextCursor })
  })
}
