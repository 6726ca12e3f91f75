import { answerToken } from '#app/api/answer-token.ts'
import { getTransmission } from '#lib/services/get-transmission.ts'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ id: string }> }

/** One transmission in full; 404 for another merchant's. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return answerToken(request, async (access) => {
    const { id } = await params
    return Response.json(await getTransmission(access, id))
  })
}
