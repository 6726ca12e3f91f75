import { downloadHeaders } from '#app/download-headers.ts'
import { requireAccess } from '#lib/auth.ts'
import type { TransmissionDetail } from '#lib/domain/transmission.ts'
import { AppError } from '#lib/errors.ts'
import { toResponse } from '#lib/http.ts'
import { getTransmission } from '#lib/services/get-transmission.ts'

export const dynamic = 'force-dynamic'

/** `?part=request` or `snapshot`: that text as it is, whole, as a file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const access = await requireAccess()
  try {
    const { id } = await params
    const part = new URL(request.url).searchParams.get('part')
    const { text, ending, contentType } = pick(await getTransmission(access, id), part)
    if (text === null) throw new AppError('not-found', 'There is no such text.')
    const fileName = `${part}-${id}.${ending}`
    return new Response(text, { headers: downloadHeaders(fileName, contentType) })
  } catch (error) {
    return toResponse(error)
  }
}

function pick({ request, snapshot }: TransmissionDetail, part: string | null) {
  switch (part) {
    case 'request':
      return request?.startsWith('<')
        ? { text: request, ending: 'xml', contentType: 'text/xml; charset=utf-8' }
        : { text: request, ending: 'txt', contentType: 'text/plain; charset=utf-8' }
    case 'snapshot':
      return {
        text: snapshot === null ? null : JSON.stringify(snapshot, null, 2),
        ending: 'json',
        contentType: 'application/json; charset=utf-8',
      }
    default:
      throw new AppError('malformed', 'part takes request or snapshot.')
  }
}
