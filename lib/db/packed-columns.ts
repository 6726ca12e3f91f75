import { packText, unpackText } from '#lib/packed-text.ts'

/*
 * Values that stand packed in one column, or in the clear in another: there if an
 * older version wrote them, or if SQL has to look into them. They go to the
 * database as base64, which `decode` takes apart there: of lists of bytes with
 * gaps Prisma makes something else.
 */

/** A value as JSON, packed, in base64. */
export function packJson(value: object): string {
  return packText(JSON.stringify(value), 'snapshot').toString('base64')
}

/** The value of a row, `null` when it has none. */
export function readJson<Value>(packed: Uint8Array | null, plain: Value | null): Value | null {
  return packed === null ? plain : JSON.parse(unpackText(packed).toString())
}

/** The text of a message, packed, in base64: a document for the receiver, or the plan of calls of the API. */
export function packMessage(text: string): string {
  return packText(text, text.startsWith('<') ? 'postback' : 'snapshot').toString('base64')
}

/** The text of a row, `null` when it has none. */
export function readMessage(packed: Uint8Array | null, plain: string | null): string | null {
  return packed === null ? plain : unpackText(packed).toString()
}
