import { answerToken } from '#app/api/answer-token.ts'
import { readResend } from '#app/api/transmissions/[id]/resend/read-resend.ts'
import { readBody } from '#lib/http.ts'
import { resendTransmission } from '#lib/services/resend-transmission.ts'

export const dynamic = 'force-dynamic'

const MAX_RESEND_BYTES = 16 * 1024

type Context = { params: Promise<{ id: string }> }

/**
 * Sends a transmission once more and answers 202 with its row. The body is empty
 * or `{"mode":"original"|"as-mapped-today","nonce":"…","confirmSent":true}`; the
 * same nonce twice has one effect. 413 for a body of more than 16 KB; 409 while it is being sent, and for one that
 * was accepted already unless `confirmSent` is true.
 */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return answerToken(request, async (access) => {
    const { id } = await params
    const choice = readResend(new TextDecoder().decode(await readBody(request, MAX_RESEND_BYTES)))
    return Response.json(await resendTransmission(access, { id, ...choice }), { status: 202 })
  })
}
