import { strToU8, zipSync } from 'fflate'

/** A ZIP archive of texts, each under its name; they are held in memory, so their sum must be small. */
export function writeZip(
  files: readonly { name: string; text: string }[],
  writtenAt: Date,
): Uint8Array<ArrayBuffer> {
  const entries = Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)]))
  return Uint8Array.from(zipSync(entries, { mtime: writtenAt }))
}
