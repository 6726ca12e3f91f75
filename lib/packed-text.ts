import { promisify } from 'node:util'
import {
  deflateRaw,
  deflateRawSync,
  gunzip,
  gunzipSync,
  inflateRaw,
  inflateRawSync,
  type ZlibOptions,
} from 'node:zlib'
import { POSTBACK_WORDS, SNAPSHOT_WORDS, ULTRACART_WORDS } from './packed-text/words.ts'

/** Which words a text mostly consists of: those that it is packed with need hardly any room. */
export type Wording = keyof typeof WORDINGS

/** The number stands as the first byte of what was packed; none may be 31, with which gzip begins. */
const WORDINGS = {
  snapshot: { number: 1, words: Buffer.from(SNAPSHOT_WORDS) },
  ultracart: { number: 2, words: Buffer.from(ULTRACART_WORDS) },
  postback: { number: 3, words: Buffer.from(POSTBACK_WORDS) },
} as const

const GZIP_NUMBER = 0x1f

/** A trip through the thread pool costs more than a small text itself. */
const SMALL_BYTES = 64 * 1_024
/** The tables of the usual memory take longer to set up than a text of some kilobytes to pack. */
const SETTINGS = { level: 6, windowBits: 14, memLevel: 6 } satisfies ZlibOptions

const deflateLarge = promisify<Uint8Array, ZlibOptions, Buffer>(deflateRaw)
const inflateLarge = promisify<Uint8Array, ZlibOptions, Buffer>(inflateRaw)
const gunzipLarge = promisify<Uint8Array, Buffer>(gunzip)

/**
 * Packs a text for a column: a byte that names the words, then raw deflate
 * (RFC 1951) with these words as its dictionary. An order of 4 KB takes some 500
 * bytes and 30 microseconds.
 */
export function packText(text: string | Uint8Array, wording: Wording): Buffer {
  const { number, words } = WORDINGS[wording]
  return Buffer.concat([
    Buffer.of(number),
    deflateRawSync(text, { ...SETTINGS, dictionary: words }),
  ])
}

/** The same for texts of any size: a large one does not keep others waiting. */
export async function packLargeText(text: Uint8Array, wording: Wording): Promise<Buffer> {
  if (text.byteLength <= SMALL_BYTES) return packText(text, wording)
  const { number, words } = WORDINGS[wording]
  const packed = await deflateLarge(text, { ...SETTINGS, dictionary: words })
  return Buffer.concat([Buffer.of(number), packed])
}

/** What `packText` packed, or an older version with gzip. */
export function unpackText(packed: Uint8Array): Buffer {
  if (packed[0] === GZIP_NUMBER) return gunzipSync(packed)
  return inflateRawSync(packed.subarray(1), { dictionary: wordsOf(packed) })
}

/** The same for texts of any size. */
export function unpackLargeText(packed: Uint8Array): Promise<Buffer> {
  if (packed[0] === GZIP_NUMBER) return gunzipLarge(packed)
  return inflateLarge(packed.subarray(1), { dictionary: wordsOf(packed) })
}

function wordsOf([number]: Uint8Array): Buffer {
  const found = Object.values(WORDINGS).find((wording) => wording.number === number)
  if (found === undefined)
    throw new Error(`A text is packed with words of number ${number}, which a newer version knows.`)
  return found.words
}
