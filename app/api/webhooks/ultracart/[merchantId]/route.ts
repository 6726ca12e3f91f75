import { receiveWebhook } from '#lib/services/receive-webhook.ts'
import { answerDelivery } from '../../../answer-delivery.ts'

type Context = { params: Promise<{ merchantId: string }> }

/** UltraCart's webhooks. The product's own front answers this address before Next sees it; both call the same service. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return answerDelivery(request, params, receiveWebhook)
}
