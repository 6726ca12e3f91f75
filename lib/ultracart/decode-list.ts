/**
 * The text of a list from a spreadsheet. Such programs save CSV as UTF-8, as
 * UTF-16 with a mark in front, or in the code page of the machine, which for
 * western languages is Windows-1252; that one reads any bytes.
 */
export function decodeList(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1252').decode(bytes)
    throw error
  }
}
