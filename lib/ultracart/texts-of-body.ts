import { AppError } from '#lib/errors.ts'
import { decodeEntities } from './decode-entities.ts'
import { isGzip } from './inflate.ts'
import { unpackBody } from './unpack-body.ts'

/**
 * Every text in a body as a person would read it: packed parts laid open,
 * escapes and references undone. A body that cannot be unpacked is taken as it is.
 */
export function textsOfBody(body: Uint8Array): string {
  const plain = isGzip(body) ? '' : Buffer.from(body).toString('utf8')
  return `${plain}\n${unpackedText(body)}`
}

function unpackedText(body: Uint8Array): string {
  try {
    const unpacked = unpackBody(body)
    // Written anew, JSON spells every letter as itself.
    return unpacked.kind === 'xml' ? decodeEntities(unpacked.text) : JSON.stringify(unpacked.value)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return undoEscapes(Buffer.from(body).toString('utf8'))
  }
}

function undoEscapes(text: string): string {
  return decodeEntities(
    text.replace(/\\u([\da-f]{4})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ),
  )
}
