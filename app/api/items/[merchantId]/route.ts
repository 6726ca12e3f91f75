import { FEED_CHALLENGE, toResponse } from '#lib/http.ts'
import { answerItemPoll } from '#lib/services/answer-item-poll.ts'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ merchantId: string }> }

/** The item feed for ONTRAPORT's poll, as public/schemas/items.xsd describes it. */
export function GET(request: Request, context: Context): Promise<Response> {
  return answer('GET', request, context)
}

/** Whether there is something new, without the feed itself. */
export function HEAD(request: Request, context: Context): Promise<Response> {
  return answer('HEAD', request, context)
}

async function answer(
  method: 'GET' | 'HEAD',
  { headers, url }: Request,
  { params }: Context,
): Promise<Response> {
  try {
    const { searchParams } = new URL(url)
    return await answerItemPoll({
      merchantId: (await params).merchantId,
      method,
      key: searchParams.get('key'),
      since: searchParams.get('since'),
      authorization: headers.get('authorization'),
      ifNoneMatch: headers.get('if-none-match'),
      ifModifiedSince: headers.get('if-modified-since'),
      userAgent: headers.get('user-agent'),
    })
  } catch (error) {
    return toResponse(error, FEED_CHALLENGE)
  }
}
