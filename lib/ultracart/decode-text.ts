import { malformed, shorten } from './malformed.ts'

/** The text of a body; throws `AppError('malformed')` when its bytes are not what they say they are. */
export function decodeText(bytes: Uint8Array, place: string): string {
  const encoding = declaredEncoding(bytes)
  const label = LABELS.get(encoding.toLowerCase())
  if (label === undefined)
    throw malformed(place, `declares the encoding "${shorten(encoding)}", which is not read here`)
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch (cause) {
    throw malformed(place, `is not valid ${encoding}`, cause)
  }
}

/** Only an XML document declares an encoding; everything else is UTF-8. */
function declaredEncoding(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  return /^[^<]{0,20}<\?xml\s[^>]*encoding\s*=\s*["']([^"']+)/.exec(start)?.[1] ?? 'UTF-8'
}

const LABELS: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['iso-8859-1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
])
