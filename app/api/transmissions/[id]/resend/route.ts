import { answerToken } from '#app/api/answer-token.ts'
import { readResend } from '#app/api/transmissions/[id]/resend/read-resend.ts'
import { resendTransmission } from '#lib/services/resend-transmission.ts'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ id: string }> }

/**
 * Sends a transmission once more and answers 202 with its row. The body is empty
 * or `{"mode":"original"|"as-mapped-today","nonce":"…","confirmSent":true}`; the
 * same nonce twice has one effect. 409 while it is being sent, and for one that
 * was accepted already unless `confirmSent` is true.
 */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return answerToken(request, async (access) => {
    const { id } = await params
    const choice = readResend(await request.text())
    return Response.json(await resendTransmission(access, { id, ...choice }), { status: 202 })
  })
}
