import { DELIVERY_CHALLENGE, MAX_DELIVERY_BYTES, readBody, toResponse } from '#lib/http.ts'

/** What a service that takes deliveries is given. */
export type Delivered = {
  merchantId: string
  authorization: string | null
  contentType: string | null
  body: Uint8Array
}

/** Reads a delivery to a merchant's address and answers with its receipt. */
export async function answerDelivery(
  request: Request,
  params: Promise<{ merchantId: string }>,
  receive: (delivered: Delivered) => Promise<object>,
): Promise<Response> {
  try {
    const { merchantId } = await params
    const receipt = await receive({
      merchantId,
      authorization: request.headers.get('authorization'),
      contentType: request.headers.get('content-type'),
      body: await readBody(request, MAX_DELIVERY_BYTES),
    })
    return Response.json(receipt)
  } catch (error) {
    return toResponse(error, DELIVERY_CHALLENGE)
  }
}
