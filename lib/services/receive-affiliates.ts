import { freshConnection } from '#lib/db/fresh-connection.ts'
import { orUnavailable } from '#lib/db/or-unavailable.ts'
import type { Receipt } from '#lib/queue/record-deliveries/received-delivery.ts'
import { takeDelivery } from '#lib/queue/take-delivery.ts'
import { readAffiliates } from '#lib/ultracart/affiliates/read-affiliates.ts'
import { requireSender } from '#lib/ultracart/require-sender.ts'

export type AffiliatesRequest = {
  merchantId: string
  /** The Authorization header: the user name and password of the webhook. */
  authorization: string | null
  contentType: string | null
  /** JSON, at most 6 MB: one affiliate, or a list of up to 1,000. */
  body: Uint8Array
}

/**
 * Takes affiliates from a sign-up form or a script. When it returns, all are
 * committed together with what is to be told of them; nothing has been sent yet.
 *
 * Gives how many had news and how many brought nothing new. Throws `AppError`:
 * `unauthorized` for wrong credentials or an unknown merchant, `malformed` with
 * the place in the body (none is taken then, the body is kept as evidence),
 * `unavailable` while the database is away.
 */
export async function receiveAffiliates(request: AffiliatesRequest): Promise<Receipt> {
  const { merchantId, authorization, contentType, body } = request
  return orUnavailable(async () => {
    const connection = requireSender(await freshConnection(merchantId), authorization)
    const inbound = { connection, source: 'affiliates', contentType, body } as const
    return takeDelivery(inbound, () => ({
      snapshots: readAffiliates(body, merchantId),
      ignoredCount: 0,
    }))
  })
}
