import { MAX_DELIVERY_BYTES, readBody, toResponse } from '#lib/http.ts'
import { receiveAffiliates } from '#lib/services/receive-affiliates.ts'

type Context = { params: Promise<{ merchantId: string }> }

/** Affiliates from a sign-up form or a script. The product's own front answers this address before Next sees it; both call the same service. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  try {
    const { merchantId } = await params
    const receipt = await receiveAffiliates({
      merchantId,
      authorization: request.headers.get('authorization'),
      contentType: request.headers.get('content-type'),
      body: await readBody(request, MAX_DELIVERY_BYTES),
    })
    return Response.json(receipt)
  } catch (error) {
    return toResponse(error)
  }
}
