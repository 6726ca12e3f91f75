import { MAX_DELIVERY_BYTES, readBody, toResponse } from '#lib/http.ts'
import { receiveWebhook } from '#lib/services/receive-webhook.ts'

type Context = { params: Promise<{ merchantId: string }> }

/** UltraCart's webhooks. The product's own front answers this address before Next sees it; both call the same service. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  try {
    const { merchantId } = await params
    const receipt = await receiveWebhook({
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
