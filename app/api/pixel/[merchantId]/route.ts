import type { NextRequest } from 'next/server'
import { renderPixel } from '#lib/services/render-pixel.ts'

type Context = { params: Promise<{ merchantId: string }> }

export const dynamic = 'force-dynamic'

/** The image of a receipt. The product's own front answers this address before Next sees it; both call the same service. */
export function GET(request: NextRequest, context: Context): Promise<Response> {
  return answer(request, context)
}

export function HEAD(request: NextRequest, context: Context): Promise<Response> {
  return answer(request, context)
}

async function answer(request: NextRequest, { params }: Context): Promise<Response> {
  const { merchantId } = await params
  const forwarded = request.headers.get('x-forwarded-for')
  const address = forwarded?.split(',').at(-1)?.trim() || 'unknown'
  const isHead = request.method === 'HEAD'
  return renderPixel({ merchantId, query: request.nextUrl.searchParams, address, isHead })
}
