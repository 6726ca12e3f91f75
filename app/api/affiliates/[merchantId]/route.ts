import { receiveAffiliates } from '#lib/services/receive-affiliates.ts'
import { answerDelivery } from '../../answer-delivery.ts'

type Context = { params: Promise<{ merchantId: string }> }

/** Affiliates from a sign-up form or a script. The product's own front answers this address before Next sees it; both call the same service. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return answerDelivery(request, params, receiveAffiliates)
}
