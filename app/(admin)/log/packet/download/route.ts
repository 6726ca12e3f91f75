import { downloadHeaders } from '#app/download-headers.ts'
import { requireAccess } from '#lib/auth.ts'
import { toResponse } from '#lib/http.ts'
import { zipSupportPacket } from '#lib/services/make-support-packet.ts'
import { readPacketWish } from '../read-packet-wish.ts'

export const dynamic = 'force-dynamic'

/** The support packet for `id`, or for the log's filter, as a ZIP archive. */
export async function GET(request: Request): Promise<Response> {
  const access = await requireAccess()
  try {
    const search = Object.fromEntries(new URL(request.url).searchParams)
    const { scope, notes } = await readPacketWish(access, search)
    const archive = await zipSupportPacket(access, scope, notes)
    const day = new Date().toISOString().slice(0, 10)
    const fileName = `ontraport-support-${access.merchantId}-${day}.zip`
    return new Response(archive, { headers: downloadHeaders(fileName, 'application/zip') })
  } catch (error) {
    return toResponse(error)
  }
}
